import { JUDGED_WORDINGS } from '@sixfold/domain/results/item-links'
import { z } from 'zod'
import { id, localText, quarter, staffProcedure } from './common.ts'
import { surveyKind } from './surveys.ts'
import { confidenceLevel } from './waves.ts'

/** A wave, or the latest waves of a programme put together: `wave:<id>`, `programme:<id>`. */
export const resultRef = z
  .string()
  .max(80)
  .regex(/^(wave|programme):[^\s:]+$/)

/** Whose answers: `all` who were asked, `open` (who came by an open link), or a segment such as `region:<id>` or `mode:phone`. */
export const resultPart = z
  .string()
  .max(140)
  .regex(/^(all|open|[a-z]+:.+)$/)

const bounds = z.strictObject({ low: z.number(), high: z.number() })
const wording = z.enum(['same', 'equivalent', 'reworded', 'different'])

const namedWave = z.strictObject({ id, name: z.string(), quarter })

const side = z.strictObject({
  ref: resultRef,
  part: resultPart,
  name: z.string(),
  kind: surveyKind,
  /** Those that are put together, the latest first; a wave by itself is one. */
  waves: z.array(namedWave),
  survey: z.strictObject({ id, version: z.int(), title: localText }),
  /** Null: suppressed. */
  responses: z.int().nullable(),
  anonymity: z.enum(['named', 'anonymous', 'blind']),
  selfSelected: z.boolean(),
})

/** Percent and points. */
const figure = z.strictObject({
  n: z.int(),
  counts: z.array(z.int()).length(5),
  percentSatisfied: z.number(),
  netSatisfactionIndex: z.number(),
  interval: bounds,
  /** Of the index. */
  indexInterval: bounds,
  /** How alike people of one account answer, as intervals and tests allow for it; null: not known, and not allowed for. */
  designEffect: z.number().nullable(),
})

const reason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['too_few', 'few']), n: z.int() }),
  z.strictObject({ kind: z.literal('modes'), moved: z.number() }),
  z.strictObject({ kind: z.enum(['anonymity', 'blind', 'self_selected']) }),
  z.strictObject({ kind: z.literal('wording'), wording: wording.exclude(['same']) }),
])
export type ComparabilityReasonView = z.infer<typeof reason>

const pair = {
  first: figure.nullable(),
  second: figure.nullable(),
  wording,
  grade: z.enum(['A', 'B', 'C', 'D']),
  reasons: z.array(reason),
  /** The first less the second, in points; `p` by Holm over all pairs of the list. Null: not shown, or not to be compared. */
  difference: z
    .strictObject({
      points: z.number(),
      low: z.number(),
      high: z.number(),
      p: z.number(),
      /** Most of the smaller side answered both: judged by those alone, of whom so many were satisfied in the second only, or in the first only. */
      paired: z.strictObject({ n: z.int(), lost: z.int(), gained: z.int() }).nullable(),
      chance: z.boolean(),
    })
    .nullable(),
}

const comparedFactor = z.strictObject({
  factor: z.string(),
  name: localText,
  index: z.int(),
  ...pair,
})
export type FactorPair = z.infer<typeof comparedFactor>

const ratedItem = z.strictObject({ key: z.string(), text: localText, factor: z.string().nullable() })

const comparedItem = z.strictObject({
  firstItem: ratedItem,
  secondItem: ratedItem,
  by: z.enum(['versions', 'texts', 'map']),
  ...pair,
})
export type ItemPair = z.infer<typeof comparedItem>

export const comparison = z.strictObject({
  first: side,
  second: side,
  minimumCell: z.int(),
  confidence: z.number(),
  /** False: they stand on different factor models, and no factor of one is a factor of the other. */
  sameModel: z.boolean(),
  /**
   * `apart`: nobody can be in both. `known`: who answered both is allowed for. `coming`: that is being looked up, and until then, as where it is
   * `assumed`, the two are judged as independent samples although some people may be in both.
   */
  people: z.enum(['apart', 'known', 'coming', 'assumed']),
  factors: z.array(comparedFactor),
  items: z.array(comparedItem),
  /** Mean over the factors, the own survey less the blind one; null: not one of each, or nothing to compare. */
  gap: z.strictObject({ points: z.number(), low: z.number(), high: z.number(), factors: z.int() }).nullable(),
  /** Rated questions that stand for none of the other's. */
  unlinked: z.strictObject({ first: z.array(ratedItem), second: z.array(ratedItem) }),
  /** Of the map between the two surveys; null: versions of one survey need none, their authors have said it. */
  mapRevision: z.int().nullable(),
})
export type ComparisonView = z.infer<typeof comparison>

const surveyVersion = z.strictObject({ surveyId: id, version: z.int().min(1) })

const judgedLink = z.strictObject({
  first: z.string().max(140),
  second: z.string().max(140),
  wording: z.enum(JUDGED_WORDINGS),
})

export const comparisons = {
  choices: staffProcedure()
    .route({
      method: 'GET',
      path: '/comparisons/choices',
      tags: ['results'],
      summary: 'Waves and programmes that can be held beside each other',
    })
    .output(
      z.strictObject({
        waves: z.array(z.strictObject({ ...namedWave.shape, kind: surveyKind, parts: z.array(resultPart) })),
        /** Of parts that are named by an id or a key of the house's own. */
        names: z.array(z.strictObject({ part: resultPart, name: z.string() })),
        programmes: z.array(z.strictObject({ id, name: z.string(), kind: surveyKind, waves: z.int() })),
      }),
    ),
  get: staffProcedure()
    .route({
      method: 'GET',
      path: '/comparisons',
      tags: ['results'],
      summary: 'Two waves, programmes or modes on the same factors, and whether they can be compared',
    })
    .input(
      z.strictObject({
        first: resultRef,
        second: resultRef,
        firstPart: resultPart.optional(),
        secondPart: resultPart.optional(),
        confidence: confidenceLevel.optional(),
      }),
    )
    .output(comparison),
  judge: staffProcedure('revision_conflict', 'wrong_state')
    .route({
      method: 'PUT',
      path: '/comparisons/map',
      tags: ['results'],
      summary: 'Say which questions of two surveys stand for each other',
    })
    .input(
      z.strictObject({
        first: surveyVersion,
        second: surveyVersion,
        revision: z.int().min(0),
        links: z.array(judgedLink).max(300),
      }),
    )
    .output(z.strictObject({ revision: z.int() })),
}
