import type { FactorScoreView } from '@sixfold/contract/waves'

/** Points below which a change that could be chance is not worth the word "higher". */
export const ABOUT_THE_SAME = 2

export type ChangeWord = 'higher' | 'higherChance' | 'lower' | 'lowerChance' | 'same' | 'broken' | 'noBefore'

/**
 * A change in words: a direction, and whether chance could explain it.
 *
 * @example changeWord({ change: { points: -16, chance: false }, ... }) // 'lower'
 */
export function changeWord({ change, trendBroken }: FactorScoreView): ChangeWord {
  if (!change) return trendBroken ? 'broken' : 'noBefore'
  if (change.chance && Math.abs(change.points) < ABOUT_THE_SAME) return 'same'
  if (change.points > 0) return change.chance ? 'higherChance' : 'higher'
  return change.chance ? 'lowerChance' : 'lower'
}
