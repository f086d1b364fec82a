import { requireThat, requireWhole } from '../checks.ts'
import { RANDOM_ALGORITHM, sampleWithoutReplacement, seededRandom } from '../random.ts'
import { allocate } from '../statistics/designs.ts'

/** One who may be asked. */
export interface FrameMember {
  id: string
  /** Which group the member is drawn in, such as `region:south`; plans without strata ignore it. */
  stratum: string
}

/** How many are asked, and how they are chosen. */
export type SamplingPlan =
  | { method: 'census' }
  | { method: 'simple'; size: number }
  | { method: 'proportional'; size: number }
  /** `deviations`: the standard deviation by stratum, from an earlier wave; a stratum without one is refused. */
  | { method: 'neyman'; size: number; deviations: Readonly<Record<string, number>> }
  /** So many of each stratum, all of it where it has fewer; a stratum without a quota is not asked. */
  | { method: 'quota'; quotas: Readonly<Record<string, number>> }

/** What was drawn of one stratum. Plans without strata have one, named ''. */
export interface DrawnStratum {
  stratum: string
  population: number
  sample: number
}

export interface Draw {
  /** In the order of drawing, stratum after stratum: any first part of a stratum is itself a random sample of it. */
  chosen: string[]
  strata: DrawnStratum[]
  /** With the frame, the plan and the seed, all that is needed to draw the same again. */
  algorithm: string
}

/**
 * Draws a sample from a frame. The same frame in the same order, the same plan and the same seed give the same sample, on every
 * machine and for ever; every selection of one size is as likely as any other. Each stratum has a sequence of its own, so
 * changing one does not change what is drawn in another.
 *
 * @throws RangeError for a size that is no whole number, or a stratum without a deviation under Neyman's allocation.
 * @example drawSample({ frame, plan: { method: 'simple', size: 200 }, seed: '2026-Q4' }).chosen.length // 200
 */
export function drawSample({
  frame,
  plan,
  seed,
}: {
  frame: readonly FrameMember[]
  plan: SamplingPlan
  seed: string
}): Draw {
  const strata = strataOf(frame, plan)
  const sizes = sizesOf(strata, plan)
  const chosen: string[] = []
  const drawn: DrawnStratum[] = []
  for (const [at, { stratum, ids }] of strata.entries()) {
    const size = Math.min(sizes[at] ?? 0, ids.length)
    for (const id of sampleWithoutReplacement(ids, size, seededRandom(`${seed}\n${stratum}`))) chosen.push(id)
    drawn.push({ stratum, population: ids.length, sample: size })
  }
  return { chosen, strata: drawn, algorithm: RANDOM_ALGORITHM }
}

interface Stratum {
  stratum: string
  ids: string[]
}

/** In the order of their names, so that the order of the frame decides nothing between strata. */
function strataOf(frame: readonly FrameMember[], plan: SamplingPlan): Stratum[] {
  if (plan.method === 'census' || plan.method === 'simple')
    return [{ stratum: '', ids: frame.map(({ id }) => id) }]
  const byStratum = new Map<string, string[]>()
  for (const { id, stratum } of frame) {
    const ids = byStratum.get(stratum)
    if (ids) ids.push(id)
    else byStratum.set(stratum, [id])
  }
  return [...byStratum]
    .map(([stratum, ids]) => ({ stratum, ids }))
    .sort((a, b) => (a.stratum < b.stratum ? -1 : 1))
}

function sizesOf(strata: readonly Stratum[], plan: SamplingPlan): number[] {
  switch (plan.method) {
    case 'census':
      return strata.map(({ ids }) => ids.length)
    case 'simple':
      requireWhole('sample size', plan.size)
      return [plan.size]
    case 'proportional':
      return allocate({
        sample: plan.size,
        strata: strata.map(({ ids }) => ({ population: ids.length })),
        method: 'proportional',
      })
    case 'neyman':
      return allocate({
        sample: plan.size,
        strata: strata.map(({ stratum, ids }) => ({
          population: ids.length,
          standardDeviation: deviationOf(plan.deviations, stratum),
        })),
        method: 'neyman',
      })
    case 'quota':
      return strata.map(({ stratum }) => {
        const quota = Object.hasOwn(plan.quotas, stratum) ? (plan.quotas[stratum] ?? 0) : 0
        requireWhole(`quota of ${stratum}`, quota)
        return quota
      })
    default:
      return plan satisfies never
  }
}

function deviationOf(deviations: Readonly<Record<string, number>>, stratum: string): number {
  const deviation = Object.hasOwn(deviations, stratum) ? deviations[stratum] : undefined
  requireThat(deviation !== undefined, `the stratum ${stratum} has no standard deviation`)
  return deviation
}
