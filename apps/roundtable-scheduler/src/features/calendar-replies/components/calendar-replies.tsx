import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CalendarReply } from '@sixfold/contract/calendar-replies'
import type { Guest } from '@sixfold/contract/guests'
import type { Roundtable } from '@sixfold/contract/roundtables'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { calendarWords } from '../../../words/calendar.ts'
import { repliesQuery, useLiveReplies } from '../queries.ts'
import styles from './calendar-replies.module.css'
import { ReplyCard } from './reply-card.tsx'
import { ReplyTable } from './reply-table.tsx'
import { UploadReply } from './upload-reply.tsx'

interface CalendarRepliesProps {
  event: Roundtable
  guests: readonly Guest[]
  zone: string
  mayPlan: boolean
}

/** What guests answered in their own calendars: what somebody has to decide, and what became of the rest. */
export function CalendarReplies({ event, guests, zone, mayPlan }: CalendarRepliesProps) {
  const say = useSay(calendarWords)
  const query = useQuery(repliesQuery(event.id))
  useLiveReplies(event.id)
  const waiting = query.data?.items.filter(({ state }) => state === 'waiting').length ?? 0
  return (
    <Sheet
      title={say('replies')}
      aside={
        query.data && (
          <Lamp tone={waiting > 0 ? 'attention' : 'none'}>
            {waiting > 0 ? say('waitingCount', { count: waiting }) : say('nothingWaits')}
          </Lamp>
        )
      }
    >
      <div className={styles.head}>
        <p className={styles.lead}>{say('repliesLead')}</p>
        {mayPlan && <UploadReply eventId={event.id} />}
      </div>
      <QueryStates query={query}>
        {({ items }) => <Replies items={items} guests={guests} event={event} zone={zone} mayPlan={mayPlan} />}
      </QueryStates>
    </Sheet>
  )
}

function Replies({
  items,
  guests,
  event,
  zone,
  mayPlan,
}: CalendarRepliesProps & { items: readonly CalendarReply[] }) {
  const say = useSay(calendarWords)
  const [shown, earlierShown] = useDisclosure(false)
  const earlierId = useId()
  const waiting = items.filter(({ state }) => state === 'waiting')
  const earlier = items.filter(({ state }) => state !== 'waiting')
  return (
    <>
      {waiting.length > 0 && (
        <ul className={styles.list}>
          {waiting.map(reply => (
            <li key={reply.id}>
              <ReplyCard reply={reply} guests={guests} eventId={event.id} zone={zone} mayPlan={mayPlan} />
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <div className={styles.earlier}>
          <Button aria-expanded={shown} aria-controls={earlierId} onClick={earlierShown.toggle}>
            {shown ? say('hideEarlier') : say('showEarlier', { count: earlier.length })}
          </Button>
          <div id={earlierId}>{shown && <ReplyTable replies={earlier} guests={guests} zone={zone} />}</div>
        </div>
      )}
    </>
  )
}
