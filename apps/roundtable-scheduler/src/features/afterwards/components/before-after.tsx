import type { Comparison, GroupResult } from '@sixfold/contract/afterwards'
import { EVENT_GROUPS } from '@sixfold/domain/roundtables/before-after'
import { formatChange, formatNumber, formatQuarter } from '@sixfold/ui/format'
import { IntervalMark } from '@sixfold/ui/parts/interval-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { afterwardsWords } from '../../../words/afterwards.ts'
import styles from './afterwards.module.css'

/** Satisfaction before and after for those who came, were invited, were not; with what it does not prove. */
export function BeforeAfter({ comparison }: { comparison: Comparison }) {
  const say = useSay(afterwardsWords)
  const { language } = useLanguage()
  if (comparison.state !== 'ready')
    return (
      <Sheet title={say('comparison')}>
        <p className={styles.quiet}>{say(comparison.state)}</p>
      </Sheet>
    )
  const { groups, difference, minimumCell, before, after } = comparison
  const points = (value: number) => formatChange(value, language, 1)
  return (
    <Sheet title={say('comparison')} aside={<span className={styles.quiet}>{say('scale')}</span>}>
      <div className={styles.stack}>
        <div className={styles.groups}>
          {EVENT_GROUPS.map(group => (
            <div key={group} className={styles.group}>
              <div>
                <h3>{say(`group.${group}`)}</h3>
                <GroupBase result={groups[group]} />
              </div>
              <GroupChange result={groups[group]} minimum={minimumCell} />
            </div>
          ))}
        </div>
        {difference && (
          <p>
            {say('difference', {
              change: points(difference.change),
              low: points(difference.low),
              high: points(difference.high),
            })}{' '}
            {say(difference.low <= 0 && difference.high >= 0 ? 'differenceChance' : 'differenceClear')}
          </p>
        )}
        <p className={styles.caveat}>{say('caveat')}</p>
        <p className={styles.quiet}>
          {say('method', { before: formatQuarter(before.quarter), after: formatQuarter(after.quarter) })}
        </p>
      </div>
    </Sheet>
  )
}

function GroupBase({ result }: { result: GroupResult }) {
  const say = useSay(afterwardsWords)
  if (!result.shown) return null
  return (
    <p className={styles.quiet}>
      {say('accounts', { count: result.accounts })}
      <br />
      {say('heard', { before: result.heardBefore, after: result.heardAfter })}
    </p>
  )
}

const RANGE = 40

function GroupChange({ result, minimum }: { result: GroupResult; minimum: number }) {
  const say = useSay(afterwardsWords)
  const { language } = useLanguage()
  if (!result.shown) return <p className={styles.quiet}>{say(`why.${result.why}`, { minimum })}</p>
  const { before, after, change, low, high } = result
  const points = (value: number) => formatChange(value, language, 1)
  const level = (value: number) => formatNumber(value, language, 1)
  return (
    <>
      <div className={styles.mark}>
        <IntervalMark value={change} low={low} high={high} before={0} from={-RANGE} to={RANGE} />
      </div>
      <p className={styles.change}>
        <b>{say('change', { change: points(change), low: points(low), high: points(high) })}</b>
        <br />
        {say('beforeAfter', { before: level(before), after: level(after) })}
      </p>
    </>
  )
}
