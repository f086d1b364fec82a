import type { ResultWeights } from '@sixfold/contract/result-weights'

type Report = NonNullable<ResultWeights['report']>

/** The factor that weights move furthest, in percent; null: none is shown both ways. */
export function largestMove({ unweighted, weightings }: Report): {
  factor: string
  method: Report['weightings'][number]['method']
  before: number
  after: number
} | null {
  const moves = weightings.flatMap(({ method, figures }) =>
    figures.flatMap(({ factor, percentSatisfied: after }) => {
      const before = unweighted.find(one => one.factor === factor)?.percentSatisfied ?? null
      return before === null || after === null ? [] : [{ factor, method, before, after }]
    }),
  )
  return moves.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0] ?? null
}
