import { addLocalDays, isoWeekday, type LocalDate } from '@sixfold/domain/local-date'
import { can } from '@sixfold/domain/permissions'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { NoRegions } from '../features/roundtables/components/no-regions.tsx'
import { PlanForm } from '../features/roundtables/components/plan-form.tsx'
import type { Plan } from '../features/roundtables/plan-changes.ts'
import { usePlan } from '../features/roundtables/queries.ts'
import { speakersQuery } from '../features/speakers/queries.ts'
import { planWords } from '../words/plan.ts'
import styles from './page.module.css'

const route = getRouteApi('/plan')

/** Six weeks ahead when nothing says when: invitations need their time. */
const DAYS_AHEAD = 42
const THURSDAY = 4

/** Plans an event; region and date may come from the mark that was due. */
export function PlanPage() {
  const say = useSay(planWords)
  const session = useSession().data
  const { region: wanted, date, kind = 'round_table' } = route.useSearch()
  const navigate = useNavigate()
  const plan = usePlan()
  const { items: speakers = [] } = useQuery(speakersQuery()).data ?? {}
  if (!session) return null
  const { actor, organisation } = session
  const regions = session.regions.filter(({ id }) => can(actor, 'roundtable.plan', { regionId: id }))
  const region = regions.find(({ id }) => id === wanted) ?? regions[0]
  const today = wallTimeIn(new Date(session.now), organisation.zone).date
  const day = date !== undefined && date > today ? date : midweekFrom(addLocalDays(today, DAYS_AHEAD))

  async function submit(values: Plan, { poll }: { poll: boolean }) {
    const { id } = await plan.mutateAsync(values)
    toast.done(say('planned'))
    const there = { params: { id }, ignoreBlocker: true }
    if (poll) await navigate({ to: '/events/$id/poll', search: { edit: true }, ...there })
    else await navigate({ to: '/events/$id', ...there })
  }

  return (
    <div className={styles.page}>
      <PageHeader title={say('planTitle')} lead={say('planLead')} />
      {region ? (
        <PlanForm
          key={`${region.id} ${day} ${kind}`}
          label={say('planTitle')}
          regions={regions}
          fallbackZone={organisation.zone}
          today={today}
          speakers={speakers}
          plan={{
            regionId: region.id,
            kind,
            title: { en: '', vi: '' },
            description: { en: '', vi: '' },
            date: day,
            startTime: '08:30',
            endTime: '12:00',
            zone: region.zone,
            venue: '',
            capacity: kind === 'conference' ? 120 : 20,
            answerBy: addLocalDays(day, -7),
            freezeOn: null,
            seating: { ...usualSeating, kept: [] },
            speakerIds: [],
          }}
          onLeave={() => void navigate({ to: '/', ignoreBlocker: true })}
          submit={submit}
        />
      ) : (
        <NoRegions />
      )}
    </div>
  )
}

function midweekFrom(date: LocalDate): LocalDate {
  return addLocalDays(date, (THURSDAY - isoWeekday(date) + 7) % 7)
}
