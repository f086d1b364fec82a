import type { FactorPair } from '@sixfold/contract/comparisons'
import type { Movement } from '@sixfold/domain/results/change-word'
import { movementOf } from '@sixfold/domain/results/change-word'

export type DifferenceWord = Movement | 'notCompared'

/**
 * A difference of two sides in words.
 *
 * @example differenceWord({ points: -16, low: -25, high: -7, p: 0.01, paired: null, chance: false }) // 'lower'
 */
export const differenceWord = (difference: FactorPair['difference']): DifferenceWord =>
  difference ? movementOf(difference) : 'notCompared'
