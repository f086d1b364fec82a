import { Button, Checkbox } from '@mantine/core'
import type { DatePoll, PollVoter } from '@sixfold/contract/date-polls'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { DataTable } from '@sixfold/ui/parts/data-table'
import type { Tone } from '@sixfold/ui/parts/lamp'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { TouchReason } from '@sixfold/ui/parts/touch-reason'
import { useState } from 'react'
import { eventWords } from '../../../words/event.ts'
import { pollWords } from '../../../words/poll.ts'
import { dayText, hoursText, inOrder } from '../poll-text.ts'
import { useRemoveVoter, useSetCore } from '../queries.ts'
import styles from './poll.module.css'

const tones: Record<PollVoter['votes'][string], Tone> = { yes: 'good', if_needed: 'attention', no: 'problem' }

interface VoterTableProps {
  poll: DatePoll
  /** Of the event, as it was resolved. */
  zone: string
  mayChange: boolean
}

/** Who said what, in the order of asking. */
export function VoterTable({ poll, zone, mayChange }: VoterTableProps) {
  const say = useSay(pollWords)
  const { language } = useLanguage()
  const setCore = useSetCore()
  const removal = useRemoveVoter()
  const [leaving, setLeaving] = useState<PollVoter | null>(null)
  const nameOf = ({ name }: PollVoter) => name || say('erased')
  return (
    <>
      <DataTable
        caption={say('voters')}
        stacked
        rows={poll.voters}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: say('guest'),
            rowHeader: true,
            width: 210,
            cell: voter => (
              <span className={styles.voter}>
                {nameOf(voter)}
                <small>
                  {[voter.accountName, voter.zone === zone ? '' : voter.zone.replaceAll('_', ' ')]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            ),
          },
          {
            key: 'core',
            header: say('core'),
            cell: voter => (
              <Checkbox
                checked={voter.core}
                disabled={!mayChange}
                aria-label={say('coreOf', { name: nameOf(voter) })}
                onChange={event =>
                  setCore.mutate({ id: poll.id, voterId: voter.id, core: event.currentTarget.checked })
                }
              />
            ),
          },
          ...inOrder(poll).map(date => ({
            key: date.id,
            header: (
              <span className={styles.dateHead}>
                {dayText(date.date, language)}
                <small>{hoursText(date)}</small>
              </span>
            ),
            cell: ({ votes }: PollVoter) => <Vote vote={votes[date.id]} />,
          })),
          {
            key: 'state',
            header: say('state'),
            width: 230,
            cell: voter => <State voter={voter} zone={zone} />,
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  header: say('remove'),
                  headerHidden: true,
                  cell: (voter: PollVoter) => (
                    <Button
                      variant="subtle"
                      size="xs"
                      aria-label={say('removeLong', { name: nameOf(voter) })}
                      onClick={() => setLeaving(voter)}
                    >
                      {say('remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={say('removeTitle', { name: leaving ? nameOf(leaving) : '' })}
        confirmLabel={say('remove')}
        destructive
        busy={removal.isPending}
        error={removal.error}
        onConfirm={() =>
          leaving &&
          removal.mutate({ id: poll.id, voterId: leaving.id }, { onSuccess: () => setLeaving(null) })
        }
      >
        {say('removeText')}
      </ConfirmDialog>
    </>
  )
}

function Vote({ vote }: { vote: PollVoter['votes'][string] | undefined }) {
  const say = useSay(pollWords)
  if (vote === undefined) return <span className={styles.openVote}>{say('openVote')}</span>
  return <Lamp tone={tones[vote]}>{say(vote)}</Lamp>
}

/** Where asking stands, and what was said besides. */
function State({ voter, zone }: { voter: PollVoter; zone: string }) {
  const say = useSay(pollWords)
  const sayEvent = useSay(eventWords)
  const { language } = useLanguage()
  const when = (instant: string) => formatInstant(instant, language, { zone, show: 'date' })
  const { state, votedAt, remindedAt, dueAt, reason, reminderReason, note } = voter
  const words = () => {
    if (votedAt !== null) return say('answeredAt', { when: when(votedAt) })
    if (state === 'refused') return say('refusedState')
    if (state === 'planned')
      return dueAt
        ? say('plannedState', { when: formatInstant(dueAt, language, { zone }) })
        : say('plannedSoon')
    return remindedAt ? say('remindedState', { when: when(remindedAt) }) : say('askedState')
  }
  const isOwn = reason === 'too_late' || reason === 'event_cancelled'
  return (
    <span className={`${styles.voter} ${styles.state}`}>
      {words()}
      {votedAt === null && state !== 'invited' && reason !== null && (
        <small>{isOwn ? sayEvent(`reason.${reason}`) : <TouchReason reason={reason} />}</small>
      )}
      {votedAt === null && remindedAt === null && reminderReason !== null && (
        <small>
          {say('reminderHeld')}
          <TouchReason reason={reminderReason} />
        </small>
      )}
      {note !== '' && <small className={styles.note}>{say('note', { note })}</small>}
    </span>
  )
}
