import { Button } from '@mantine/core'
import type { DatePoll, PolledDate } from '@sixfold/contract/date-polls'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { AskDialog } from '../features/date-poll/components/ask-dialog.tsx'
import { DecideDialog } from '../features/date-poll/components/decide-dialog.tsx'
import { PollFormSheet } from '../features/date-poll/components/poll-form.tsx'
import { PollResults } from '../features/date-poll/components/poll-results.tsx'
import { PollStanding } from '../features/date-poll/components/poll-standing.tsx'
import { VoterTable } from '../features/date-poll/components/voter-table.tsx'
import { inOrder, newPoll } from '../features/date-poll/poll-text.ts'
import { pollQuery, useLivePoll, useSavePoll } from '../features/date-poll/queries.ts'
import { DateCheck } from '../features/roundtables/components/date-check.tsx'
import { pollWords } from '../words/poll.ts'
import { EventFrame } from './event-frame.tsx'
import styles from './page.module.css'

const route = getRouteApi('/events/$id/poll')

/** Which day suits the guests of an event: asked, answered, decided. */
export function PollPage() {
  const { id } = route.useParams()
  return (
    <EventFrame id={id} tab="/events/$id/poll">
      {event => <Poll event={event} />}
    </EventFrame>
  )
}

function Poll({ event }: { event: Roundtable }) {
  useLivePoll(event.id)
  const query = useQuery(pollQuery(event.id))
  return (
    <QueryStates query={query}>
      {({ poll }) => (poll ? <KnownPoll event={event} poll={poll} /> : <NoPoll event={event} />)}
    </QueryStates>
  )
}

/** Whether this person may still fix the date of this event, and what day it is there. */
function usePlanning(event: Roundtable) {
  const session = useSession().data
  const fallback = session?.organisation.zone ?? 'UTC'
  const now = session?.now ?? event.startsAt
  const open = event.state === 'planned' && event.startsAt > now
  const { date: today, zone } = wallTimeIn(new Date(now), event.zone, fallback)
  const may = session !== undefined && can(session.actor, 'roundtable.plan', { regionId: event.regionId })
  return {
    mayPlan: open && may,
    today,
    zone,
    region: session?.regions.find(({ id }) => id === event.regionId),
  }
}

function NoPoll({ event }: { event: Roundtable }) {
  const say = useSay(pollWords)
  const navigate = route.useNavigate()
  const { edit = false } = route.useSearch()
  const { mayPlan, today } = usePlanning(event)
  if (edit && mayPlan)
    return (
      <PollForm
        event={event}
        values={newPoll(event, today)}
        onDone={() => void navigate({ search: { ask: true }, ignoreBlocker: true })}
      />
    )
  return (
    <EmptyState
      title={say('empty')}
      action={
        mayPlan && (
          <Button variant="filled" onClick={() => void navigate({ search: { edit: true } })}>
            {say('begin')}
          </Button>
        )
      }
    >
      {say('emptyText')}
    </EmptyState>
  )
}

function KnownPoll({ event, poll }: { event: Roundtable; poll: DatePoll }) {
  const navigate = route.useNavigate()
  const { edit = false, ask = false } = route.useSearch()
  const { mayPlan, today, zone, region } = usePlanning(event)
  const [choosing, setChoosing] = useState<PolledDate | null>(null)
  const mayChange = mayPlan && poll.state !== 'decided'
  const show = (search: { edit?: true; ask?: true }) =>
    void navigate({ search, resetScroll: false, ignoreBlocker: true })
  if (edit && mayChange)
    return (
      <PollForm
        // Made anew for another revision: what somebody else saved must not be overwritten unseen.
        key={poll.revision}
        event={event}
        poll={poll}
        values={{
          dates: inOrder(poll).map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
          answerBy: poll.answerBy,
          remindOn: poll.remindOn ?? '',
        }}
        onDone={() => show({})}
      />
    )
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.stack}>
          {poll.voters.length > 0 && <PollResults poll={poll} mayDecide={mayChange} onChoose={setChoosing} />}
          <Voters
            poll={poll}
            zone={zone}
            mayChange={mayChange}
            onAsk={mayChange && poll.takesVotes ? () => show({ ask: true }) : undefined}
          />
        </div>
        <PollStanding poll={poll} zone={zone} mayChange={mayChange} onChange={() => show({ edit: true })} />
      </div>
      {mayChange && poll.takesVotes && region && (
        <AskDialog opened={ask} poll={poll} region={region} onClose={() => show({})} />
      )}
      {choosing && mayChange && (
        <DecideDialog
          poll={poll}
          event={event}
          date={choosing}
          today={today}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  )
}

interface VotersProps {
  poll: DatePoll
  zone: string
  mayChange: boolean
  /** Absent: nobody more is asked. */
  onAsk: (() => void) | undefined
}

function Voters({ poll, zone, mayChange, onAsk }: VotersProps) {
  const say = useSay(pollWords)
  const isEmpty = poll.voters.length === 0
  const button = onAsk && (
    <Button
      variant={isEmpty ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={onAsk}
    >
      {say(isEmpty ? 'ask' : 'askMore')}
    </Button>
  )
  return (
    <Sheet title={say('voters')} aside={!isEmpty && button}>
      {isEmpty ? (
        <EmptyState title={say('noVoters')} action={button}>
          {say('noVotersText')}
        </EmptyState>
      ) : (
        <VoterTable poll={poll} zone={zone} mayChange={mayChange} />
      )}
    </Sheet>
  )
}

interface PollFormProps {
  event: Roundtable
  poll?: DatePoll
  values: Parameters<typeof PollFormSheet>[0]['values']
  onDone: () => void
}

function PollForm({ event, poll, values, onDone }: PollFormProps) {
  const say = useSay(pollWords)
  const save = useSavePoll()
  const navigate = route.useNavigate()
  return (
    <PollFormSheet
      isNew={poll === undefined}
      zone={poll?.zone ?? event.zone}
      values={values}
      onLeave={() => void navigate({ search: {}, ignoreBlocker: true })}
      beside={(date, add) => <DateCheck plan={{ ...event, ...date }} ownId={event.id} onChoose={add} />}
      submit={async input => {
        await save.mutateAsync({ id: event.id, revision: poll?.revision ?? 0, ...input })
        toast.done(say('kept'))
        onDone()
      }}
    />
  )
}
