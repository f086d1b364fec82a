import type { ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { formatNumber, formatQuarter, formatShare } from '@sixfold/ui/format'
import { FactorMark } from '@sixfold/ui/parts/factor-mark'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import type { SayResults } from '../../../words/results.ts'
import { resultWords } from '../../../words/results.ts'
import type { Headline } from '../headlines.ts'
import { headlinesOf } from '../headlines.ts'
import styles from './results.module.css'

/** The quarter in three sentences at most. */
export function Headlines({ view }: { view: ScoreboardView }) {
  const say = useSay(resultWords)
  const { language } = useLanguage()
  return (
    <ul className={styles.headlines}>
      {headlinesOf(view).map(headline => {
        const [strong, rest] = sentence(headline, say, language)
        const place =
          headline.kind === 'moved'
            ? view.factors.findIndex(({ factor }) => factor === headline.factor.factor)
            : -1
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

function sentence(headline: Headline, say: SayResults, language: 'en' | 'vi'): [string, string] {
  switch (headline.kind) {
    case 'moved': {
      const { factor, points, chance } = headline
      const now = factor.percentSatisfied ?? 0
      const direction = points > 0 ? 'rose' : 'fell'
      const share = (percent: number) => formatShare(percent / 100, language)
      return [
        say(direction, { factor: textIn(factor.name, language, 'en'), now: share(now) }),
        say(chance ? `${direction}ChanceRest` : `${direction}Rest`, {
          before: share(now - points),
          quarter: factor.change ? formatQuarter(factor.change.quarter) : '',
        }),
      ]
    }
    case 'still': {
      const { count, points, n } = headline
      return [say('still', { count }), say('stillRest', { points, n: formatNumber(n, language) })]
    }
    case 'first':
      return [say('first'), say('firstRest')]
    case 'waiting':
      return [say('waiting', { minimum: headline.minimum }), say('waitingRest')]
    default:
      return headline satisfies never
  }
}
