import type { ScoreboardView } from '@sixfold/contract/waves'

/**
 * The quarter to open on: the newest with a score to read. A wave that was only just launched has none yet.
 *
 * @param items oldest first.
 */
export function newestBoard(items: readonly ScoreboardView[]): ScoreboardView | undefined {
  return items.findLast(({ factors }) => factors.some(factor => !factor.suppressed)) ?? items.at(-1)
}
