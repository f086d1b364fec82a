/** Percentage points below which a change that could be chance is not worth the word "higher". */
export const ABOUT_THE_SAME = 2

export type Movement = 'higher' | 'higherChance' | 'lower' | 'lowerChance' | 'same'

export type ChangeWord = Movement | 'broken' | 'noBefore'

interface Moved {
  /** Percentage points, later less earlier. */
  points: number
  /** Whether chance could explain it, after allowing for all that were judged with it. */
  chance: boolean
}

/**
 * A difference in words: a direction, and whether chance could explain it.
 *
 * @example movementOf({ points: -16, chance: false }) // 'lower'
 */
export function movementOf({ points, chance }: Moved): Movement {
  if (chance && Math.abs(points) < ABOUT_THE_SAME) return 'same'
  if (points > 0) return chance ? 'higherChance' : 'higher'
  return chance ? 'lowerChance' : 'lower'
}

/**
 * A score's change against the wave before, in words.
 *
 * @param score its change, null where there is nothing to compare with: `trendBroken` says that it was asked differently.
 * @example changeWord({ change: null, trendBroken: true }) // 'broken'
 */
export function changeWord({
  change,
  trendBroken,
}: {
  change: Moved | null
  trendBroken: boolean
}): ChangeWord {
  if (!change) return trendBroken ? 'broken' : 'noBefore'
  return movementOf(change)
}

/**
 * Points between two shares as they are read: both in whole percent, and what is read beside each other adds up.
 *
 * @param now the later share in percent.
 * @param points by how much it is above the earlier one.
 * @example shownPoints(49.6, -16.6) // -16, from 66 to 50
 */
export function shownPoints(now: number, points: number): number {
  return Math.round(now) - Math.round(now - points)
}
