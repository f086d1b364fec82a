import type { CaseClockReading, CaseDetail } from '@sixfold/contract/cases'
import { formatInstant, formatNumber } from '@sixfold/ui/format'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { caseWords } from '../../../words/cases.ts'
import styles from './cases.module.css'

/** What was promised, in the region's working hours, and how much of it is spent. */
export function ClocksSheet({ one }: { one: CaseDetail }) {
  const say = useSay(caseWords)
  const { escalated } = one
  return (
    <Sheet
      title={say('clocks')}
      aside={
        escalated > 0 && one.dueAt !== null ? (
          <Lamp tone="problem">{say(`escalated.${escalated as 1 | 2 | 3}`)}</Lamp>
        ) : undefined
      }
    >
      <dl className={styles.clocks}>
        <Clock name={say('clock.acknowledge')} clock={one.clocks.acknowledge} over={one.state !== 'open'} />
        <Clock
          name={say('clock.resolve')}
          clock={one.clocks.resolve}
          over={one.state === 'resolved' || one.state === 'closed' || one.state === 'merged'}
        />
      </dl>
      <p className={styles.note}>{say('clock.foot')}</p>
    </Sheet>
  )
}

function Clock({ name, clock, over }: { name: string; clock: CaseClockReading; over: boolean }) {
  const say = useSay(caseWords)
  const { language } = useLanguage()
  const { promised, spent, running, late, dueAt } = clock
  const hours = (minutes: number) => formatNumber(minutes / 60, language, 1)
  const word = over ? (late ? 'broken' : 'kept') : running ? 'running' : 'still'
  return (
    <div className={styles.clock}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.bar} data-late={late || undefined} aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, (spent / promised) * 100)}%` }} />
        </span>
        <span>{say(`clock.${word}`, { spent: hours(spent), promised: hours(promised) })}</span>
        {dueAt !== null && (
          <strong>{say(late ? 'clock.late' : 'clock.due', { time: formatInstant(dueAt, language) })}</strong>
        )}
      </dd>
    </div>
  )
}
