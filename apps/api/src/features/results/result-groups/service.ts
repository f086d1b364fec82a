import type { StaffMember } from '@sixfold/contract/staff'
import type { ConfidenceLevel, GroupScores } from '@sixfold/contract/waves'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { Dimension } from '@sixfold/domain/results/dimensions'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import { groupViews } from '@sixfold/domain/results/group-views'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { Context } from '../../../context.ts'
import { findSegments } from '../../customers/accounts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { confidenceOf, readWithBefore } from '../scoreboards/service.ts'

/** The six factors of every group that answered, by one dimension; of regions only those that the caller may see. */
export async function readGroups(
  ctx: Context,
  actor: StaffMember,
  { id, by, confidence: level }: { id: string; by: Dimension; confidence?: ConfidenceLevel | undefined },
): Promise<GroupScores> {
  const { model, counted, before, lines, pairedAnswers, minimumCell, inSteps } = await readWithBefore(
    ctx,
    actor,
    id,
  )
  const confidence = confidenceOf(level)
  const { board } = counted
  const own = Object.keys(board).filter(segment => dimensionOf(segment) === by && maySee(actor, segment))
  const names = await groupNames(ctx, own)
  const hidden = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  const { groups, widest } = groupViews(own, {
    wave: counted,
    before,
    ...(lines ? { lines } : {}),
    pairedAnswers,
    factors: model.factors,
    minimumCell,
    confidence,
    // Of regions that they do not work for, nobody learns by the difference.
    besideOthers: by !== 'region' || actor.regions === 'all',
  })
  const named = groups.map(({ segment, factors }) => ({
    segment,
    name: names.get(segment) ?? null,
    responses: hidden.has(segment) ? null : (board[segment]?.responses ?? 0),
    factors,
  }))
  return {
    waveId: id,
    quarter: counted.quarter,
    by,
    minimumCell,
    confidence,
    inSteps,
    factors: model.factors.map(({ key, name }) => ({ factor: key, name, index: factorIndex(model, key) })),
    groups: named.sort((a, b) => (a.name ?? a.segment).localeCompare(b.name ?? b.segment)),
    widest,
  }
}

/** Of regions one sees those that one works for; groups of other kinds belong to the whole wave. */
export function maySee({ regions }: StaffMember, segment: string): boolean {
  if (regions === 'all' || dimensionOf(segment) !== 'region') return true
  return regions.includes(partOf(segment))
}

const partOf = (segment: string) => segment.slice(segment.indexOf(':') + 1)

/** What groups are called, by their keys; what the words of a page name is left out. */
export async function groupNames(ctx: Context, segments: readonly string[]): Promise<Map<string, string>> {
  const of = Map.groupBy(segments, segment => dimensionOf(segment))
  const names = new Map<string, string>()
  if (of.has('region')) for (const { _id, name } of await listRegions(ctx)) names.set(`region:${_id}`, name)
  if (of.has('segment'))
    for (const name of await findSegments(ctx, null)) names.set(`segment:${segmentKey(name)}`, name)
  const products = (of.get('product') ?? []).map(partOf)
  if (products.length > 0)
    for (const { _id, name } of await findProductsById(ctx, products)) names.set(`product:${_id}`, name)
  return names
}
