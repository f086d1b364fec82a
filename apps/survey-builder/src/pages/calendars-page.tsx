import { ActionIcon, Select } from '@mantine/core'
import type { CalendarEntry, RegionCalendar } from '@sixfold/contract/region-calendars'
import { can } from '@sixfold/domain/permissions'
import { asApiError } from '@sixfold/ui/api-error'
import { formatInstant } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { AddDayForm } from '../features/courtesy/components/add-day-form.tsx'
import { AddListForm } from '../features/courtesy/components/add-list-form.tsx'
import { CalendarDays } from '../features/courtesy/components/calendar-days.tsx'
import styles from '../features/courtesy/components/courtesy.module.css'
import { calendarQuery, calendarsQuery, useSaveCalendar } from '../features/courtesy/queries.ts'
import { calendarWords } from '../words/calendars.ts'

/** `/courtesy/calendars`: a region's days off, year by year. */
export function CalendarsPage() {
  const say = useSay(calendarWords)
  const regions = useQuery(calendarsQuery())
  const { region, year = new Date().getFullYear() } = useSearch({ from: '/pages/courtesy/calendars' })
  const navigate = useNavigate({ from: '/courtesy/calendars' })
  const items = regions.data?.items ?? []
  const chosen = items.find(item => item.region.id === region) ?? items[0]
  const show = (search: { region?: string | undefined; year?: number }) =>
    void navigate({ search: before => ({ ...before, ...search }), replace: true })
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={
          <>
            {say('lead')} <Link to="/courtesy">{say('back')}</Link>
          </>
        }
        actions={
          chosen && (
            <div className={styles.actions}>
              <Select
                aria-label={say('region')}
                allowDeselect={false}
                data={items.map(item => ({ value: item.region.id, label: item.region.name }))}
                value={chosen.region.id}
                onChange={id => id && show({ region: id })}
              />
              <div className={styles.acts}>
                <ActionIcon
                  variant="subtle"
                  aria-label={say('earlier')}
                  onClick={() => show({ year: year - 1 })}
                >
                  <IconChevronLeft size={18} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
                <span className={styles.number}>{year}</span>
                <ActionIcon
                  variant="subtle"
                  aria-label={say('later')}
                  onClick={() => show({ year: year + 1 })}
                >
                  <IconChevronRight size={18} stroke={1.5} aria-hidden="true" />
                </ActionIcon>
              </div>
            </div>
          )
        }
      />
      <QueryStates query={regions}>
        {() =>
          chosen ? (
            <RegionYear key={chosen.region.id} regionId={chosen.region.id} year={year} />
          ) : (
            <EmptyState title={say('noRegions')}>{say('noRegionsText')}</EmptyState>
          )
        }
      </QueryStates>
    </>
  )
}

function RegionYear({ regionId, year }: { regionId: string; year: number }) {
  const calendar = useQuery({ ...calendarQuery(regionId, year), placeholderData: keepPreviousData })
  return <QueryStates query={calendar}>{known => <CalendarEditor calendar={known} />}</QueryStates>
}

function CalendarEditor({ calendar }: { calendar: RegionCalendar }) {
  const say = useSay(calendarWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const queryClient = useQueryClient()
  const save = useSaveCalendar()
  const { region, revision, entries, year, weekend, savedAt, savedBy } = calendar
  const mayEdit = actor !== undefined && can(actor, 'calendar.edit', { regionId: region.id })
  const store = async (next: CalendarEntry[]) => {
    try {
      return await save.mutateAsync({ id: region.id, revision, year, entries: next })
    } catch (thrown) {
      // What somebody else saved is shown at once, so that trying again is made on it.
      await queryClient.invalidateQueries(calendarQuery(region.id, year))
      throw thrown
    }
  }
  const dayName = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <p className={styles.text}>
          {say('weekend', { days: weekend.map(dayName).join(', ') })}. {say('zone', { zone: region.zone })}
          {savedAt && ` ${say('saved', { who: savedBy, time: formatInstant(savedAt, language) })}`}
        </p>
        {save.error && (
          <FailureNotice
            error={save.error}
            text={asApiError(save.error).code === 'revision_conflict' ? say('conflict') : undefined}
          />
        )}
        <CalendarDays
          calendar={calendar}
          busy={save.isPending}
          onRemove={
            mayEdit
              ? (entry, done) => {
                  void store(entries.filter(one => one !== entry)).then(done, done)
                }
              : undefined
          }
        />
      </div>
      <div className={styles.stack}>
        {mayEdit ? (
          <>
            <AddDayForm onAdd={entry => store([...entries, entry])} />
            <AddListForm calendar={calendar} />
          </>
        ) : (
          <p className={styles.text}>{say('readOnly')}</p>
        )}
      </div>
    </div>
  )
}
