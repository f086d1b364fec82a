import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { DatePoll } from '@sixfold/contract/date-polls'
import { formatInstant } from '@sixfold/ui/format'
import { ConfirmDialog } from '@sixfold/ui/parts/confirm-dialog'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { toast } from '@sixfold/ui/parts/toast'
import { pollWords } from '../../../words/poll.ts'
import { dateText, dayText } from '../poll-text.ts'
import { useClosePoll } from '../queries.ts'
import styles from './poll.module.css'

interface StandingProps {
  poll: DatePoll
  zone: string
  mayChange: boolean
  onChange: () => void
}

/** How many answered, until when votes are taken, and what can be changed. */
export function PollStanding({ poll, zone, mayChange, onChange }: StandingProps) {
  const say = useSay(pollWords)
  const { language } = useLanguage()
  const close = useClosePoll()
  const [closing, dialog] = useDisclosure(false)
  const { asked, answered, state, takesVotes, closesAt, remindOn } = poll
  const chosen = poll.dates.find(({ id }) => id === poll.decided)
  // The last minute that counts: midnight would name the day after.
  const when = formatInstant(new Date(Date.parse(closesAt) - 60_000).toISOString(), language, { zone })
  return (
    <Sheet title={say('standing')}>
      <Meter
        label={say('answered')}
        value={answered}
        max={asked}
        text={say('answeredOf', { answered, asked })}
      />
      <div className={styles.facts}>
        {chosen ? (
          <Lamp tone="good">{say('decided', { date: dateText(chosen, language) })}</Lamp>
        ) : takesVotes ? (
          <Lamp tone="good">{say('takes', { when })}</Lamp>
        ) : (
          <Lamp tone="attention">{state === 'closed' ? say('closedByHand') : say('ended', { when })}</Lamp>
        )}
        {chosen ? (
          <p className={styles.quiet}>{say('guestsAre')}</p>
        ) : (
          takesVotes && (
            <p className={styles.quiet}>
              {remindOn === null ? say('noReminder') : say('reminder', { date: dayText(remindOn, language) })}
            </p>
          )
        )}
      </div>
      {mayChange && (
        <div className={styles.actions}>
          <Button onClick={onChange}>{say(takesVotes ? 'change' : 'reopen')}</Button>
          {takesVotes && (
            <Button variant="subtle" onClick={dialog.open}>
              {say('close')}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        opened={closing}
        onClose={dialog.close}
        title={say('closeTitle')}
        confirmLabel={say('close')}
        busy={close.isPending}
        error={close.error}
        onConfirm={() =>
          close.mutate(
            { id: poll.id, revision: poll.revision },
            {
              onSuccess() {
                toast.done(say('closed'))
                dialog.close()
              },
            },
          )
        }
      >
        {say('closeText')}
      </ConfirmDialog>
    </Sheet>
  )
}
