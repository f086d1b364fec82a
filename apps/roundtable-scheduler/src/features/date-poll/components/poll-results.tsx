import { Button } from '@mantine/core'
import type { DatePoll, PolledDate } from '@sixfold/contract/date-polls'
import { Badge } from '@sixfold/ui/parts/badge'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { pollWords } from '../../../words/poll.ts'
import { dateText, dayText, hoursText } from '../poll-text.ts'
import styles from './poll.module.css'

interface ResultsProps {
  poll: DatePoll
  mayDecide: boolean
  onChoose: (date: PolledDate) => void
}

/** The dates by the one rule, with what speaks for the first. */
export function PollResults({ poll, mayDecide, onChoose }: ResultsProps) {
  const say = useSay(pollWords)
  const { language } = useLanguage()
  const nameOf = (id: string) => poll.voters.find(voter => voter.id === id)?.name || say('erased')
  return (
    <Sheet title={say('results')}>
      {poll.best === null && poll.state !== 'decided' && <p className={styles.quiet}>{say('nothing')}</p>}
      <ol className={styles.results}>
        {poll.dates.map(date => {
          const isBest = date.id === poll.best && poll.state !== 'decided'
          return (
            <li key={date.id} className={styles.result} data-past={date.past || undefined}>
              <div className={styles.when}>
                <strong>{dayText(date.date, language)}</strong>
                <span>{hoursText(date)}</span>
              </div>
              <div className={styles.tally}>
                <TallyBar date={date} />
                <div className={styles.words}>
                  {poll.decided === date.id && <Badge tone="good">{say('chosen')}</Badge>}
                  {isBest && poll.because && (
                    <Lamp tone={poll.because === 'suits_all' ? 'good' : 'attention'}>
                      {say(poll.because)}
                    </Lamp>
                  )}
                  {date.coreNo.length > 0 && (
                    <Lamp tone="problem">
                      {say('coreMissing', { names: date.coreNo.map(nameOf).join(', ') })}
                    </Lamp>
                  )}
                  {date.holiday !== null && (
                    <Lamp tone="attention">{say('holiday', { name: date.holiday })}</Lamp>
                  )}
                  {date.timeNotice !== null && <Lamp tone="attention">{say(`time.${date.timeNotice}`)}</Lamp>}
                  {date.past && <Lamp tone="none">{say('past')}</Lamp>}
                </div>
              </div>
              {mayDecide && !date.past && (
                <Button
                  variant={isBest ? 'filled' : 'default'}
                  aria-label={say('chooseLong', { date: dateText(date, language) })}
                  onClick={() => onChoose(date)}
                >
                  {say('choose')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </Sheet>
  )
}

const parts = ['yes', 'ifNeeded', 'no', 'open'] as const

/** How a date stands, as one bar and in figures. */
function TallyBar({ date }: { date: PolledDate }) {
  const say = useSay(pollWords)
  const shown = parts.filter(part => date[part] > 0)
  return (
    <div className={styles.tallyBar}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(part => (
          <span key={part} data-part={part} style={{ flexGrow: date[part] }} />
        ))}
      </div>
      <p>{shown.map(part => say(`count.${part}`, { count: date[part] })).join(' · ')}</p>
    </div>
  )
}
