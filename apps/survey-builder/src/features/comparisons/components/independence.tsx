import type { ComparisonView } from '@sixfold/contract/comparisons'
import { formatNumber } from '@sixfold/ui/format'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { comparisonWords } from '../../../words/comparisons.ts'

/** Whether the two are independent, and what is allowed for where they are not. */
export function Independence({ comparison: { factors, people } }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const pairs = factors.flatMap(({ difference }) => difference?.paired ?? [])
  const figures = factors.flatMap(({ first, second }) => [first, second]).filter(figure => figure !== null)
  const effects = figures.flatMap(({ designEffect }) => designEffect ?? [])
  const number = (value: number) => formatNumber(value, language, 1)
  return (
    <>
      {say(people, { count: pairs.length, n: Math.max(0, ...pairs.map(({ n }) => n)) })}{' '}
      {effects.length === 0
        ? say('clusters')
        : effects.length < figures.length
          ? say('clustersPartly')
          : say('clustersKnown', {
              low: number(Math.min(...effects)),
              high: number(Math.max(...effects)),
            })}
    </>
  )
}
