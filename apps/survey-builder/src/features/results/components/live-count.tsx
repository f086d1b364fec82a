import type { ScoreboardView } from '@sixfold/contract/waves'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { useLiveState } from '@sixfold/ui/live'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Meter } from '@sixfold/ui/parts/meter'
import { useQuery } from '@tanstack/react-query'
import { resultWords } from '../../../words/results.ts'
import { coverageQuery } from '../queries.ts'
import styles from './results.module.css'

/** How many have answered, as they answer. */
export function LiveCount({ view, running }: { view: ScoreboardView; running: boolean }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const live = useLiveState()
  const { responses, waiting, invited, minimumCell } = view
  const answered = (responses ?? 0) + (waiting ?? 0)
  return (
    <div className={styles.count}>
      <p className={styles.caption}>
        {running
          ? `${say('answersSoFar')}, ${say(live === 'connected' ? 'live' : 'connecting')}`
          : say('answersFinal')}
      </p>
      <p className={styles.big} role="status">
        {formatNumber(answered, language)}{' '}
        <small>{say('ofInvited', { invited: formatNumber(invited, language) })}</small>
      </p>
      <div className={styles.ground} aria-hidden="true">
        <span style={{ width: `${invited > 0 ? Math.min(100, (100 * answered) / invited) : 0}%` }} />
      </div>
      {waiting !== null && (
        <p className={styles.caption}>
          {say('inSteps', { shown: formatNumber(responses ?? 0, language), minimum: minimumCell })}
        </p>
      )}
      <Heard waveId={view.waveId} region={view.regionId} />
    </div>
  )
}

/** How many accounts were heard, and how much of the revenue is theirs. */
function Heard({ waveId, region }: { waveId: string; region: string | null }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  const coverage = useQuery(coverageQuery(waveId))
  const items = (coverage.data?.items ?? []).filter(({ regionId }) => region === null || regionId === region)
  const sum = (of: 'accounts' | 'revenue', part: 'all' | 'answered') =>
    items.reduce((total, item) => total + item[of][part], 0)
  const [accounts, revenue] = [sum('accounts', 'all'), sum('revenue', 'all')]
  if (accounts === 0) return null
  const heard = sum('accounts', 'answered')
  const paid = sum('revenue', 'answered')
  return (
    <div className={styles.heard}>
      <Meter
        label={say('accountsHeard')}
        value={heard}
        max={accounts}
        text={formatShare(heard / accounts, language)}
        note={say('heardOf', { n: formatNumber(heard, language), all: formatNumber(accounts, language) })}
      />
      {revenue > 0 && (
        <Meter
          label={say('revenueHeard')}
          value={paid}
          max={revenue}
          text={formatShare(paid / revenue, language)}
        />
      )}
    </div>
  )
}
