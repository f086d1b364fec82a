import { Button } from '@mantine/core'
import type { EventApproval, Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { Link } from '@tanstack/react-router'
import { dayText } from '../../../words/event-text.ts'
import { freezeWords } from '../../../words/freeze.ts'
import { useKeepDate } from '../queries.ts'
import { ApprovalNotice } from './approval-notice.tsx'
import styles from './approvals.module.css'

/** What stands in the way of an event: a day that turned out otherwise, the freeze, a change that waits. */
export function EventStanding({ event }: { event: Roundtable }) {
  const session = useSession().data
  if (!session || event.state === 'cancelled' || event.startsAt <= session.now) return null
  const open = event.approvals.find(({ state }) => state === 'open')
  const past = event.approvals.filter(({ state }) => state !== 'open')
  return (
    <>
      <DayAlert event={event} mayPlan={can(session.actor, 'roundtable.plan', { regionId: event.regionId })} />
      {open && <ApprovalNotice event={event} approval={open} />}
      <FreezeLine event={event} />
      {past.length > 0 && <History approvals={past} />}
    </>
  )
}

function DayAlert({ event, mayPlan }: { event: Roundtable; mayPlan: boolean }) {
  const say = useSay(freezeWords)
  const keep = useKeepDate()
  const { dayAlert, id, revision } = event
  if (!dayAlert) return null
  return (
    <div className={styles.line} role="status">
      <Lamp tone="attention">{say(`alert.${dayAlert.is}`, { name: dayAlert.isName })}</Lamp>
      {mayPlan && (
        <>
          <Button
            size="xs"
            loading={keep.isPending}
            onClick={() => keep.mutate({ id, revision }, { onSuccess: () => toast.done(say('kept')) })}
          >
            {say('keep')}
          </Button>
          <Button size="xs" renderRoot={props => <Link {...props} to="/events/$id/change" params={{ id }} />}>
            {say('move')}
          </Button>
        </>
      )}
      {keep.error && <FailureNotice error={asApiError(keep.error)} />}
    </div>
  )
}

function FreezeLine({ event }: { event: Roundtable }) {
  const { language } = useLanguage()
  const say = useSay(freezeWords)
  if (event.freezeOn === null) return null
  const date = dayText(event.freezeOn, language, 'long')
  return (
    <p className={styles.line}>
      {event.frozen ? (
        <Lamp tone="none">{say('frozenSince', { date })}</Lamp>
      ) : (
        <span className={styles.quiet}>{say('frozenFrom', { date })}</span>
      )}
    </p>
  )
}

function History({ approvals }: { approvals: readonly EventApproval[] }) {
  const say = useSay(freezeWords)
  return (
    <details className={styles.history}>
      <summary>{say('history', { count: approvals.length })}</summary>
      <ul>
        {approvals.toReversed().map(({ id, state, askedBy, decidedBy, note, reason }) => (
          <li key={id}>
            {say(`state.${state}`, { asker: askedBy, name: decidedBy })} · {note}
            {reason && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
