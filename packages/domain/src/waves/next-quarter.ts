import type { SampleDesign } from '../sampling/sample-design.ts'
import type { AccountKind } from './audience.ts'

/** What a wave was or would be about: the frame that it draws from, and the factors that it asks for. */
export interface WaveGround {
  regionIds: readonly string[]
  audience: { kinds: readonly AccountKind[]; segments: readonly string[]; seniorities: readonly string[] }
  sampling: string
  /** People in the frame, by region. */
  sizes: Readonly<Record<string, number>>
  factorModel: { key: string; version: number }
  /** Keys of its factors in their order. */
  factors: readonly string[]
}

export type GroundChange =
  | { kind: 'region_added' | 'region_dropped'; regionId: string }
  | {
      kind: 'filter'
      field: keyof WaveGround['audience']
      before: readonly string[]
      after: readonly string[]
    }
  | { kind: 'sampling'; before: string; after: string }
  /** A region's frame grew or shrank by more than the tolerance. */
  | { kind: 'size'; regionId: string; before: number; after: number }
  | {
      kind: 'factor_model'
      before: string
      after: string
      added: readonly string[]
      dropped: readonly string[]
    }

/** A frame may grow or shrink so much from quarter to quarter before somebody has to say that it is right. */
export const FRAME_TOLERANCE = 0.1

/**
 * What makes the next wave another thing than the last: each has to be confirmed by somebody before it is drafted, because a
 * trend between the two would compare different people or different questions.
 *
 * @example groundChanges(last, { ...last, regionIds: [...last.regionIds, 'west'] }) // [{ kind: 'region_added', regionId: 'west' }]
 */
export function groundChanges(before: WaveGround, after: WaveGround): GroundChange[] {
  const changes: GroundChange[] = []
  for (const regionId of after.regionIds)
    if (!before.regionIds.includes(regionId)) changes.push({ kind: 'region_added', regionId })
  for (const regionId of before.regionIds)
    if (!after.regionIds.includes(regionId)) changes.push({ kind: 'region_dropped', regionId })
  for (const field of ['kinds', 'segments', 'seniorities'] as const)
    if (!sameSet(before.audience[field], after.audience[field]))
      changes.push({ kind: 'filter', field, before: before.audience[field], after: after.audience[field] })
  if (before.sampling !== after.sampling)
    changes.push({ kind: 'sampling', before: before.sampling, after: after.sampling })
  for (const regionId of after.regionIds) {
    const was = before.sizes[regionId] ?? 0
    const is = after.sizes[regionId] ?? 0
    if (before.regionIds.includes(regionId) && Math.abs(is - was) > FRAME_TOLERANCE * was)
      changes.push({ kind: 'size', regionId, before: was, after: is })
  }
  const [modelBefore, modelAfter] = [modelName(before), modelName(after)]
  if (modelBefore !== modelAfter || !sameList(before.factors, after.factors))
    changes.push({
      kind: 'factor_model',
      before: modelBefore,
      after: modelAfter,
      added: after.factors.filter(factor => !before.factors.includes(factor)),
      dropped: before.factors.filter(factor => !after.factors.includes(factor)),
    })
  return changes
}

/**
 * How a design samples, to be held against another one.
 *
 * @example designName({ ...census, method: 'simple', size: 200 }) // 'simple 200'
 */
export function designName({ method, size, strataBy, quotas, panels }: SampleDesign): string {
  const parts = {
    census: [],
    simple: [size],
    proportional: [size, strataBy],
    neyman: [size, strataBy],
    quota: [
      strataBy,
      ...Object.keys(quotas)
        .sort()
        .map(stratum => `${stratum}=${quotas[stratum]}`),
    ],
  }[method]
  return [method, ...parts, ...(panels === null ? [] : [`panels=${panels}`])].join(' ')
}

/**
 * Names a change, so that confirming it means this change and no other: another size is another thing to confirm.
 *
 * @example changeKey({ kind: 'size', regionId: 'n', before: 10, after: 20 }) // 'size n 10 20'
 */
export function changeKey(change: GroundChange): string {
  switch (change.kind) {
    case 'region_added':
    case 'region_dropped':
      return `${change.kind} ${change.regionId}`
    case 'filter':
      return `filter ${change.field} ${[...change.after].sort().join(',')}`
    case 'size':
      return `size ${change.regionId} ${change.before} ${change.after}`
    case 'sampling':
    case 'factor_model':
      return `${change.kind} ${change.before} ${change.after}`
    default:
      return change satisfies never
  }
}

function modelName({ factorModel: { key, version } }: WaveGround): string {
  return `${key} ${version}`
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(one => b.includes(one))
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => b[at] === one)
}
