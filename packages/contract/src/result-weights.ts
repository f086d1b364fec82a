import { z } from 'zod'
import { id, instant, localText, staffProcedure } from './common.ts'

const figure = z.strictObject({
  factor: z.string(),
  /** Null: hidden, because a small group could be computed from it, or nobody rated it. */
  percentSatisfied: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type WeightedFigure = z.infer<typeof figure>

/** Groups that are weighted as one; `segment` as the counts name it, '' is what nobody recorded. */
const weightingClass = z.strictObject({
  groups: z.array(z.strictObject({ segment: z.string(), name: z.string().nullable() })),
  population: z.number(),
  respondents: z.int(),
})

export const resultWeightsView = z.strictObject({
  waveId: id,
  /** `coming`: it is being worked out. `blind`: its answers stand for nobody. `suppressed`: too few answers. `until_closed`: the wave runs, and only who may read single answers sees it. */
  state: z.enum(['ready', 'coming', 'blind', 'suppressed', 'until_closed']),
  at: instant.nullable(),
  /** Answers have come since. */
  outdated: z.boolean(),
  minimumCell: z.int(),
  confidence: z.number(),
  factors: z.array(z.strictObject({ factor: z.string(), name: localText, index: z.int() })),
  report: z
    .strictObject({
      population: z.number(),
      respondents: z.int(),
      rows: z.array(weightingClass),
      columns: z.array(weightingClass),
      stratifiedBy: z.enum(['rows', 'columns']),
      unweighted: z.array(figure),
      weightings: z.array(
        z.strictObject({
          method: z.enum(['design', 'post_stratified', 'raked']),
          iterations: z.int().nullable(),
          /** People between a weighted margin and its target at most. */
          maxGap: z.number().nullable(),
          converged: z.boolean(),
          /** Of one respondent; 1 is the mean. */
          lowest: z.number(),
          highest: z.number(),
          designEffect: z.number(),
          effectiveSample: z.number(),
          figures: z.array(figure),
        }),
      ),
    })
    .nullable(),
})
export type ResultWeights = z.infer<typeof resultWeightsView>

export const resultWeights = {
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/waves/{id}/weights',
      tags: ['results'],
      summary: 'Six factors with and without weights, and what the weights cost',
    })
    .input(z.strictObject({ id }))
    .output(resultWeightsView),
}
