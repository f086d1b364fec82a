import { Button, Select } from '@mantine/core'
import type { CalendarReply } from '@sixfold/contract/calendar-replies'
import type { Guest } from '@sixfold/contract/guests'
import { formatInstant } from '@sixfold/ui/format'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { useState } from 'react'
import { calendarWords } from '../../../words/calendar.ts'
import { useDecideReply } from '../queries.ts'
import { nameIn } from '../reply-text.ts'
import styles from './calendar-replies.module.css'

interface ReplyCardProps {
  reply: CalendarReply
  guests: readonly Guest[]
  eventId: string
  zone: string
  mayPlan: boolean
}

/** One answer that waits: who says what, why nobody took it by itself, and what to make of it. */
export function ReplyCard({ reply, guests, eventId, zone, mayPlan }: ReplyCardProps) {
  const { language } = useLanguage()
  const say = useSay(calendarWords)
  const known = guests.find(({ id }) => id === reply.guestId)
  const [guestId, setGuestId] = useState<string | null>(reply.guestId)
  const decide = useDecideReply()
  const name = nameIn(reply, guests)
  const when = formatInstant(reply.receivedAt, language, { zone })
  const answered = { onSuccess: () => void toast.done(say('decided')) }
  const settle = (decision: 'accept' | 'decline') =>
    guestId && decide.mutate({ id: eventId, replyId: reply.id, decision, guestId }, answered)
  return (
    <article className={styles.card} aria-label={say(`says.${reply.answer}`, { name })}>
      <div className={styles.said}>
        <h3 className={styles.name}>
          <LampShape tone="attention" />
          {say(`says.${reply.answer}`, { name })}
        </h3>
        <p className={styles.quiet}>
          {reply.address} · {say('received', { when })},{' '}
          {say(reply.source === 'mail' ? 'byMail' : 'byUpload')}
        </p>
        {reply.reason && <p>{say(`reason.${reply.reason}`, { sender: reply.sender })}</p>}
        {reply.comment && <blockquote className={styles.comment}>{reply.comment}</blockquote>}
      </div>
      {mayPlan && (
        <div className={styles.decide}>
          {!known && (
            <Select
              label={say('whose')}
              placeholder={say('choose')}
              searchable
              value={guestId}
              onChange={setGuestId}
              data={guests
                .filter(guest => guest.name !== '')
                .map(guest => ({ value: guest.id, label: `${guest.name}, ${guest.accountName}` }))}
            />
          )}
          <div className={styles.buttons}>
            <Button disabled={!guestId || decide.isPending} onClick={() => settle('accept')}>
              {say('comes')}
            </Button>
            <Button disabled={!guestId || decide.isPending} onClick={() => settle('decline')}>
              {say('stays')}
            </Button>
            <Button
              variant="subtle"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ id: eventId, replyId: reply.id, decision: 'dismiss' }, answered)}
            >
              {say('putAside')}
            </Button>
          </div>
          {decide.error && <FailureNotice error={decide.error} />}
        </div>
      )}
    </article>
  )
}
