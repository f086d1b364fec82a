import type { FactorPair } from '@sixfold/contract/comparisons'

/** Points below which a difference that could be chance is not worth the word "higher". */
const ABOUT_THE_SAME = 2

export type DifferenceWord = 'higher' | 'higherChance' | 'lower' | 'lowerChance' | 'same' | 'notCompared'

/**
 * A difference in words: a direction, and whether chance could explain it.
 *
 * @example differenceWord({ points: -16, low: -25, high: -7, p: 0.01, chance: false }) // 'lower'
 */
export function differenceWord(difference: FactorPair['difference']): DifferenceWord {
  if (!difference) return 'notCompared'
  const { points, chance } = difference
  if (chance && Math.abs(points) < ABOUT_THE_SAME) return 'same'
  if (points > 0) return chance ? 'higherChance' : 'higher'
  return chance ? 'lowerChance' : 'lower'
}
