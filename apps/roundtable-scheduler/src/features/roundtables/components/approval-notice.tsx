import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { EventApproval, Roundtable } from '@sixfold/contract/roundtables'
import { can } from '@sixfold/domain/permissions'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { ReasonDialog } from '../../../parts/reason-dialog.tsx'
import { dayText } from '../../../words/event-text.ts'
import { freezeWords } from '../../../words/freeze.ts'
import { useDecideApproval } from '../queries.ts'
import { ApprovalChanges } from './approval-changes.tsx'
import styles from './approvals.module.css'

type Step = 'approve' | 'refuse' | 'withdraw'
const done = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const

/** What a colleague wants to change of a frozen event: a second person agrees or refuses, who asked may withdraw. */
export function ApprovalNotice({ event, approval }: { event: Roundtable; approval: EventApproval }) {
  const { language } = useLanguage()
  const say = useSay(freezeWords)
  const session = useSession().data
  const decide = useDecideApproval()
  const [refusing, refuseDialog] = useDisclosure(false)
  if (!session) return null
  const { actor, organisation } = session
  const own = approval.askedById === actor.id
  const mayDecide = can(actor, 'roundtable.plan', { regionId: event.regionId })
  const { date, time } = wallTimeIn(new Date(approval.askedAt), organisation.zone)

  function take(step: Step, reason = '') {
    decide.mutate(
      { id: event.id, approvalId: approval.id, revision: event.revision, step, reason },
      {
        onSuccess() {
          toast.done(say(done[step]))
          refuseDialog.close()
        },
      },
    )
  }

  return (
    <section className={styles.notice} aria-label={say('asksTitle', { name: approval.askedBy })}>
      <h2>{say('asksTitle', { name: approval.askedBy })}</h2>
      <p className={styles.quiet}>{say('asked', { when: `${dayText(date, language, 'long')}, ${time}` })}</p>
      <blockquote className={styles.quote}>{approval.note}</blockquote>
      <ApprovalChanges approval={approval} />
      {decide.error && !refusing && <FailureNotice error={asApiError(decide.error)} />}
      {own && <p className={styles.quiet}>{say('waits')}</p>}
      {mayDecide && (
        <div className={styles.actions}>
          {own ? (
            <Button loading={decide.isPending} onClick={() => take('withdraw')}>
              {say('withdraw')}
            </Button>
          ) : (
            <>
              <Button variant="filled" loading={decide.isPending} onClick={() => take('approve')}>
                {say('approve')}
              </Button>
              <Button onClick={refuseDialog.open}>{say('refuse')}</Button>
            </>
          )}
        </div>
      )}
      <ReasonDialog
        opened={refusing}
        onClose={refuseDialog.close}
        title={say('refuseTitle', { name: approval.askedBy })}
        confirmLabel={say('doRefuse')}
        label={say('reason')}
        maxLength={500}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={reason => take('refuse', reason)}
      >
        <p>{say('refuseText', { name: approval.askedBy })}</p>
      </ReasonDialog>
    </section>
  )
}
