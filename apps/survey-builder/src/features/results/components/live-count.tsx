import type { ScoreboardView } from '@sixfold/contract/waves'
import { formatNumber } from '@sixfold/ui/format'
import { useLiveState } from '@sixfold/ui/live'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { resultWords } from '../../../words/results.ts'
import styles from './results.module.css'

/** How many have answered, as they answer. */
export function LiveCount({ view, running }: { view: ScoreboardView; running: boolean }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const live = useLiveState()
  const { responses, invited } = view
  return (
    <div className={styles.count}>
      <p className={styles.caption}>
        {running
          ? `${say('answersSoFar')}, ${say(live === 'connected' ? 'live' : 'connecting')}`
          : say('answersFinal')}
      </p>
      <p className={styles.big} role="status">
        {formatNumber(responses ?? 0, language)}{' '}
        <small>{say('ofInvited', { invited: formatNumber(invited, language) })}</small>
      </p>
      <div className={styles.ground} aria-hidden="true">
        <span style={{ width: `${invited > 0 ? Math.min(100, (100 * (responses ?? 0)) / invited) : 0}%` }} />
      </div>
    </div>
  )
}
