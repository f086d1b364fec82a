import type { Roundtable } from '@sixfold/contract/roundtables'
import { heldFields } from '@sixfold/domain/roundtables/freeze'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { PlanForm } from '../features/roundtables/components/plan-form.tsx'
import { type Plan, planChanges } from '../features/roundtables/plan-changes.ts'
import { eventQuery, useAskApproval, useChange } from '../features/roundtables/queries.ts'
import { speakersQuery } from '../features/speakers/queries.ts'
import { freezeWords } from '../words/freeze.ts'
import { planWords } from '../words/plan.ts'
import styles from './page.module.css'

const route = getRouteApi('/events/$id/change')

/** Changes an event; only what was changed is sent. */
export function ChangePage() {
  const say = useSay(planWords)
  const { id } = route.useParams()
  const query = useQuery(eventQuery(id))
  const session = useSession().data
  return (
    <div className={styles.page}>
      <PageHeader title={say('changeTitle')} lead={say('changeLead')} />
      <QueryStates query={query}>
        {({ roundtable }) => (
          <ChangeForm
            // Made anew for another revision: what somebody else saved must not be overwritten unseen.
            key={roundtable.revision}
            event={roundtable}
            regions={session?.regions ?? []}
            fallbackZone={session?.organisation.zone ?? 'UTC'}
            now={session?.now ?? roundtable.startsAt}
          />
        )}
      </QueryStates>
    </div>
  )
}

interface ChangeFormProps {
  event: Roundtable
  regions: Parameters<typeof PlanForm>[0]['regions']
  fallbackZone: string
  now: string
}

function ChangeForm({ event, regions, fallbackZone, now }: ChangeFormProps) {
  const say = useSay(planWords)
  const navigate = useNavigate()
  const { items: speakers = [] } = useQuery(speakersQuery()).data ?? {}
  const sayFreeze = useSay(freezeWords)
  const [change, ask] = [useChange(), useAskApproval()]
  const { id, revision } = event
  const leave = () => navigate({ to: '/events/$id', params: { id }, ignoreBlocker: true })
  const plan = planOf(event)

  async function submit(values: Plan, { note }: { note: string }) {
    const changes = planChanges(values, plan)
    if (heldFields(changes, event.frozen).length > 0) {
      await ask.mutateAsync({ id, revision, changes, note })
      toast.done(sayFreeze('askedDone'))
    } else {
      await change.mutateAsync({ id, revision, changes })
      toast.done(say('changed'))
    }
    await leave()
  }

  return (
    <PlanForm
      eventId={id}
      label={say('changeTitle')}
      regions={regions}
      fallbackZone={fallbackZone}
      frozen={event.frozen}
      speakers={speakers}
      today={wallTimeIn(new Date(now), fallbackZone).date}
      plan={plan}
      onLeave={() => void leave()}
      submit={submit}
    />
  )
}

function planOf(event: Roundtable): Plan {
  const { regionId, kind, date, startTime, endTime, zone, venue, capacity, answerBy, freezeOn, speakerIds } =
    event
  const texts = { title: { en: '', vi: '', ...event.title } }
  const description = { en: '', vi: '', ...event.description }
  const { seating } = event
  const when = { date, startTime, endTime, zone, answerBy, freezeOn }
  return { regionId, kind, ...texts, description, ...when, venue, capacity, seating, speakerIds }
}
