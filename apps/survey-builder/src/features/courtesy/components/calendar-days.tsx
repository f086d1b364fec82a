import { Button } from '@mantine/core'
import type { CalendarDay, CalendarEntry, RegionCalendar } from '@sixfold/contract/region-calendars'
import { dayText } from '@sixfold/ui/day-text'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp, type Tone } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useState } from 'react'
import { calendarWords } from '../../../words/calendars.ts'
import styles from './courtesy.module.css'

interface CalendarDaysProps {
  calendar: RegionCalendar
  /** Absent: the reader may only read. */
  onRemove?: ((entry: CalendarEntry, done: () => void) => void) | undefined
  busy: boolean
}

const tones: Record<CalendarDay['kind'], Tone> = {
  holiday: 'none',
  half: 'attention',
  working: 'good',
  quiet: 'attention',
}

/** Every day of a year that is no ordinary one, with who says so. */
export function CalendarDays({ calendar, onRemove, busy }: CalendarDaysProps) {
  const say = useSay(calendarWords)
  const { language } = useLanguage()
  const [removing, setRemoving] = useState<CalendarEntry | null>(null)
  const { days, entries, year } = calendar
  const weekday = (date: string) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00Z`),
    )
  const entryOf = (day: CalendarDay) =>
    day.from === 'region'
      ? entries.find(
          ({ from, until, kind, name }) =>
            from <= day.date && day.date <= until && kind === day.kind && name === day.name,
        )
      : undefined
  const spanOf = ({ from, until }: CalendarEntry) =>
    from === until ? dayText(from, language) : `${dayText(from, language)} – ${dayText(until, language)}`
  return (
    <Sheet title={say('days', { year })}>
      {days.length === 0 ? (
        <p className={styles.text}>{say('noDays', { year })}</p>
      ) : (
        <DataTable
          caption={say('days', { year })}
          rows={days}
          rowKey={day => `${day.date} ${day.kind} ${day.name}`}
          columns={[
            {
              key: 'day',
              header: say('day'),
              rowHeader: true,
              cell: ({ date }) => `${weekday(date)}, ${dayText(date, language)}`,
            },
            { key: 'name', header: say('name'), cell: ({ name }) => name },
            {
              key: 'kind',
              header: say('kind'),
              cell: ({ kind }) => <Lamp tone={tones[kind]}>{say(kind)}</Lamp>,
            },
            {
              key: 'from',
              header: say('from'),
              cell: ({ from, source }) => (
                <>
                  {say(`from.${from}`)}
                  {source && <p className={styles.text}>{source}</p>}
                </>
              ),
            },
            ...(onRemove
              ? [
                  {
                    key: 'remove',
                    header: say('remove'),
                    headerHidden: true,
                    cell: (day: CalendarDay) => {
                      const entry = entryOf(day)
                      return (
                        entry && (
                          <Button
                            size="xs"
                            variant="subtle"
                            aria-label={say('removeOf', { name: `${day.name}, ${spanOf(entry)}` })}
                            onClick={() => setRemoving(entry)}
                          >
                            {say('remove')}
                          </Button>
                        )
                      )
                    },
                  },
                ]
              : []),
          ]}
        />
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={say('removeTitle', { name: removing?.name ?? '' })}
        confirmLabel={say('remove')}
        busy={busy}
        destructive
        onConfirm={() => removing && onRemove?.(removing, () => setRemoving(null))}
      >
        {removing && say('removeText', { days: spanOf(removing) })}
      </ConfirmDialog>
    </Sheet>
  )
}
