import { Skeleton } from '@mantine/core'
import { findingText } from '@sixfold/charts/finding-text'
import { findingWords } from '@sixfold/charts/finding-words'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { formatNumber } from '@sixfold/ui/format'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SayResults } from '../../../words/results.ts'
import { resultWords } from '../../../words/results.ts'
import type { Headline } from '../headlines.ts'
import { headlinesOf } from '../headlines.ts'
import type { BoardChoice } from '../queries.ts'
import { findingsQuery } from '../queries.ts'
import styles from './results.module.css'

/** What changed: three things to look at, each with its evidence, and a sentence for the rest. */
export function Headlines({ view, choice = {} }: { view: ScoreboardView; choice?: BoardChoice }) {
  const say = useSay(resultWords)
  const sayFinding = useSay(findingWords)
  const { language } = useLanguage()
  // Of the region that is shown: while another one is being fetched, this wave may not have asked there.
  const shown = { ...choice, regionId: view.regionId ?? undefined }
  const findings = useQuery({ ...findingsQuery(view.waveId, shown), placeholderData: keepPreviousData })
  if (findings.isPending)
    return (
      <div className={styles.headlines} aria-busy="true">
        {['first', 'second', 'third'].map(line => (
          <Skeleton key={line} height={44} />
        ))}
      </div>
    )
  return (
    <ul className={styles.headlines} aria-label={sayFinding('title')}>
      {headlinesOf(view, findings.data?.items ?? []).map(headline => {
        const [strong, rest] =
          headline.kind === 'found'
            ? findingText(headline.finding, view, { language })
            : sentence(headline, say, language)
        const place = placeOf(headline, view)
        return (
          <li key={strong}>
            {place >= 0 ? <FactorMark index={place} size={13} /> : <span className={styles.dash} />}
            <p>
              <strong>{strong}</strong>
              {rest}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function placeOf(headline: Headline, { factors }: ScoreboardView): number {
  if (headline.kind !== 'found' || !('factor' in headline.finding)) return -1
  const named = headline.finding.factor
  return factors.findIndex(({ factor }) => factor === named)
}

function sentence(
  headline: Exclude<Headline, { kind: 'found' }>,
  say: SayResults,
  language: 'en' | 'vi',
): [string, string] {
  switch (headline.kind) {
    case 'still': {
      const { of, count, points, n } = headline
      return [say(`still.${of}`, { count }), say('stillRest', { points, n: formatNumber(n, language) })]
    }
    case 'first':
      return [say('first'), say('firstRest')]
    case 'waiting':
      return [say('waiting', { minimum: headline.minimum }), say('waitingRest')]
    default:
      return headline satisfies never
  }
}
