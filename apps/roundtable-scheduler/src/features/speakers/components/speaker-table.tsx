import { Button } from '@mantine/core'
import type { Speaker } from '@sixfold/contract/speakers'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayText } from '../../../words/event-text.ts'
import { speakerWords } from '../../../words/speakers.ts'
import styles from './speakers.module.css'

interface SpeakerTableProps {
  speakers: readonly Speaker[]
  /** Days are named by the house's own clock. */
  zone: string
  today: string
  /** Null: the person may only look. */
  onChange: ((speaker: Speaker) => void) | null
}

export function SpeakerTable({ speakers, zone, today, onChange }: SpeakerTableProps) {
  const { language } = useLanguage()
  const say = useSay(speakerWords)
  const day = (date: string) => dayText(date, language, 'short')
  return (
    <DataTable
      caption={say('title')}
      stacked
      rows={speakers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: say('columnName'),
          rowHeader: true,
          cell: ({ name, about, active }) => (
            <>
              {name}
              <span className={styles.about}>
                {[about, ...(active ? [] : [say('inactive')])].filter(Boolean).join(', ')}
              </span>
            </>
          ),
        },
        {
          key: 'events',
          header: say('columnEvents'),
          cell: ({ events }) => (
            <List
              items={events.map(({ eventId, title, startsAt }) => ({
                key: `${startsAt} ${title}`,
                text: (
                  <>
                    {day(wallTimeIn(new Date(startsAt), zone).date)},{' '}
                    {eventId === null ? (
                      title
                    ) : (
                      <Link to="/events/$id" params={{ id: eventId }}>
                        {title}
                      </Link>
                    )}
                  </>
                ),
              }))}
            />
          ),
        },
        {
          key: 'away',
          header: say('columnAway'),
          cell: ({ away }) => (
            <List
              items={away
                .filter(({ until }) => until >= today)
                .map(({ from, until, title }) => ({
                  key: `${from} ${until}`,
                  text: `${from === until ? day(from) : `${day(from)} – ${day(until)}`}${title && `, ${title}`}`,
                }))}
            />
          ),
        },
        ...(onChange
          ? [
              {
                key: 'change',
                header: say('columnChange'),
                headerHidden: true,
                cell: (speaker: Speaker) => (
                  <Button
                    size="xs"
                    variant="subtle"
                    onClick={() => onChange(speaker)}
                    aria-label={say('change', { name: speaker.name })}
                  >
                    {say('columnChange')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function List({ items }: { items: { key: string; text: ReactNode }[] }) {
  const say = useSay(speakerWords)
  if (items.length === 0) return <span className={styles.none}>{say('nothing')}</span>
  return (
    <ul className={styles.list}>
      {items.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}
