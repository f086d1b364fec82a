import type { CalendarReply } from '@sixfold/contract/calendar-replies'
import type { Guest } from '@sixfold/contract/guests'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { calendarWords } from '../../../words/calendar.ts'
import { nameIn } from '../reply-text.ts'
import styles from './calendar-replies.module.css'

/** Answers that nobody has to look at any more, with what became of each. */
export function ReplyTable({
  replies,
  guests,
  zone,
}: {
  replies: readonly CalendarReply[]
  guests: readonly Guest[]
  zone: string
}) {
  const { language } = useLanguage()
  const say = useSay(calendarWords)
  return (
    <DataTable
      caption={say('earlier')}
      stacked
      rows={replies}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', header: say('columnWho'), rowHeader: true, cell: reply => nameIn(reply, guests) },
        { key: 'says', header: say('columnSays'), width: 150, cell: ({ answer }) => say(answer) },
        {
          key: 'outcome',
          header: say('columnOutcome'),
          cell: reply => (
            <>
              <Lamp tone={reply.state === 'taken' || reply.state === 'settled' ? 'good' : 'none'}>
                {outcomeText(reply)}
              </Lamp>
              {reply.state === 'ignored' && reply.reason && (
                <span className={styles.why}>{say(`reason.${reply.reason}`, { sender: reply.sender })}</span>
              )}
            </>
          ),
        },
        {
          key: 'when',
          header: say('columnWhen'),
          width: 190,
          cell: ({ receivedAt }) => formatInstant(receivedAt, language, { zone }),
        },
      ]}
    />
  )

  function outcomeText({ state, decision, decidedBy: by }: CalendarReply): string {
    if (state === 'settled') return say(decision === 'accept' ? 'settledComes' : 'settledStays', { by })
    if (state === 'dismissed') return say('dismissed', { by })
    return say(state === 'taken' ? 'taken' : 'ignored')
  }
}
