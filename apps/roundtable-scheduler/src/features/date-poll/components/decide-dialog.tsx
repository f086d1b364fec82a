import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import type { DatePoll, PolledDate } from '@sixfold/contract/date-polls'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { addLocalDays, type LocalDate } from '@sixfold/domain/local-date'
import { asApiError } from '@sixfold/ui/api-error'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { useState } from 'react'
import { pollWords } from '../../../words/poll.ts'
import { dateText } from '../poll-text.ts'
import { useDecide } from '../queries.ts'
import styles from './poll.module.css'

interface DecideProps {
  poll: DatePoll
  event: Roundtable
  date: PolledDate
  today: LocalDate
  onClose: () => void
}

const ANSWER_DAYS_BEFORE = 7

/** Says what follows from a date before it is fixed. */
export function DecideDialog({ poll, event, date, today, onClose }: DecideProps) {
  const say = useSay(pollWords)
  const sayCommon = useSay(commonWords)
  const { language } = useLanguage()
  // Said here and not where it is sent: the dialog goes as soon as the poll is known to be decided.
  const decide = useDecide(() => {
    toast.done(say('fixed'))
    onClose()
  })
  const [silent, setSilent] = useState(true)
  const [unable, setUnable] = useState(false)
  const wanted = addLocalDays(date.date, -ANSWER_DAYS_BEFORE)
  const [answerBy, setAnswerBy] = useState(wanted > today ? wanted : date.date)
  const { can, no, nothing } = groupsOf(poll, date)
  const missing = poll.voters.filter(({ id }) => date.coreNo.includes(id)).map(({ name }) => name)
  const stays =
    event.date === date.date && event.startTime === date.startTime && event.endTime === date.endTime

  function send() {
    decide.mutate({
      id: poll.id,
      revision: poll.revision,
      eventRevision: event.revision,
      dateId: date.id,
      answerBy,
      inviteSilent: silent,
      inviteUnable: unable,
    })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={say('decideTitle', { date: dateText(date, language) })}
      closeButtonProps={{ 'aria-label': sayCommon('close') }}
    >
      <div className={styles.decide}>
        <p>{say(stays ? 'decideStays' : 'decideMoves')}</p>
        {missing.length > 0 && (
          <Lamp tone="problem">{say('coreMissing', { names: missing.join(', ') })}</Lamp>
        )}
        <fieldset className={styles.groups}>
          <legend>{say('decideEnds')}</legend>
          <Checkbox checked disabled label={say('decideCan', { count: can })} readOnly />
          {nothing > 0 && (
            <Checkbox
              checked={silent}
              label={say('decideSilent', { count: nothing })}
              onChange={change => setSilent(change.currentTarget.checked)}
            />
          )}
          {no > 0 && (
            <Checkbox
              checked={unable}
              label={say('decideUnable', { count: no })}
              onChange={change => setUnable(change.currentTarget.checked)}
            />
          )}
        </fieldset>
        <TextInput
          type="date"
          label={say('answerInvitationBy')}
          value={answerBy}
          max={date.date}
          required
          withAsterisk={false}
          onChange={change => setAnswerBy(change.currentTarget.value)}
        />
        {decide.error != null && <FailureNotice error={asApiError(decide.error)} />}
        <div className={styles.actions}>
          <Button variant="filled" loading={decide.isPending} disabled={answerBy === ''} onClick={send}>
            {say('doDecide')}
          </Button>
          <Button onClick={onClose}>{sayCommon('cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}

/** How many can, cannot, or said nothing at all. */
function groupsOf({ voters }: DatePoll, { id }: PolledDate) {
  const voted = voters.filter(({ votes }) => Object.keys(votes).length > 0)
  const no = voted.filter(({ votes }) => votes[id] === 'no').length
  const nothing = voters.filter(
    ({ state, votes }) => state === 'invited' && Object.keys(votes).length === 0,
  ).length
  return { can: voted.length - no, no, nothing }
}
