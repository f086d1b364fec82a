import type { GroupScores } from '@sixfold/contract/waves'

interface GapEnd {
  segment: string
  value: number
  low: number
  high: number
}

/** The factor on which the groups that are shown are furthest apart. */
export interface WidestGap {
  factor: string
  lowest: GapEnd
  highest: GapEnd
  /** The intervals of the two do not overlap. */
  apart: boolean
}

/** Null where no factor is shown of two groups. */
export function widestGap({ factors, groups }: GroupScores): WidestGap | null {
  const gaps = factors.flatMap(({ factor }): WidestGap[] => {
    const ends = groups
      .flatMap(({ segment, factors: scores }): GapEnd[] => {
        const score = scores.find(one => one.factor === factor)
        return score?.interval && score.percentSatisfied !== null
          ? [{ segment, value: score.percentSatisfied, ...score.interval }]
          : []
      })
      .sort((a, b) => a.value - b.value)
    const [lowest, highest] = [ends[0], ends.at(-1)]
    if (!lowest || !highest || lowest === highest) return []
    return [{ factor, lowest, highest, apart: lowest.high < highest.low }]
  })
  const width = ({ lowest, highest }: WidestGap) => highest.value - lowest.value
  return gaps.sort((a, b) => width(b) - width(a))[0] ?? null
}
