import type { StaffMember } from '@sixfold/contract/staff'
import type { ConfidenceLevel, GroupScores } from '@sixfold/contract/waves'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { Dimension } from '@sixfold/domain/results/dimensions'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import { scoreboardView } from '@sixfold/domain/scoreboard-view'
import type { Context } from '../../context.ts'
import { findSegments } from '../accounts/service.ts'
import { listRegions } from '../organisation/service.ts'
import { findProductsById } from '../products/service.ts'
import { confidenceOf, readWithBefore } from '../scoreboards/service.ts'

/** The six factors of every group that answered, by one dimension; of regions only those that the caller may see. */
export async function readGroups(
  ctx: Context,
  actor: StaffMember,
  { id, by, confidence: level }: { id: string; by: Dimension; confidence?: ConfidenceLevel | undefined },
): Promise<GroupScores> {
  const { model, counted, before, lines, pairedAnswers, minimumCell } = await readWithBefore(ctx, actor, id)
  const confidence = confidenceOf(level)
  const { board } = counted
  const own = Object.keys(board).filter(segment => dimensionOf(segment) === by && maySee(actor, segment))
  const names = await namesOf(ctx, by, own)
  const hidden = hiddenSegments({ board, validOf: counts => counts?.responses ?? 0, minimumCell })
  const groups = own.map(segment => ({
    segment,
    name: names.get(segment) ?? null,
    responses: hidden.has(segment) ? null : (board[segment]?.responses ?? 0),
    factors: scoreboardView({
      wave: counted,
      before,
      ...(lines ? { lines } : {}),
      pairedAnswers,
      segment,
      factors: model.factors,
      minimumCell,
      confidence,
    }),
  }))
  return {
    waveId: id,
    quarter: counted.quarter,
    by,
    minimumCell,
    confidence,
    factors: model.factors.map(({ key, name }) => ({ factor: key, name, index: factorIndex(model, key) })),
    groups: groups.sort((a, b) => (a.name ?? a.segment).localeCompare(b.name ?? b.segment)),
  }
}

function maySee({ regions }: StaffMember, segment: string): boolean {
  if (regions === 'all' || dimensionOf(segment) !== 'region') return true
  return regions.includes(partOf(segment))
}

const partOf = (segment: string) => segment.slice(segment.indexOf(':') + 1)

async function namesOf(
  ctx: Context,
  by: Dimension,
  segments: readonly string[],
): Promise<Map<string, string>> {
  switch (by) {
    case 'region':
      return new Map((await listRegions(ctx)).map(({ _id, name }) => [`region:${_id}`, name]))
    case 'segment':
      return new Map((await findSegments(ctx, null)).map(name => [`segment:${segmentKey(name)}`, name]))
    case 'product':
      return new Map(
        (await findProductsById(ctx, segments.map(partOf))).map(({ _id, name }) => [`product:${_id}`, name]),
      )
    case 'seniority':
    case 'mode':
      return new Map()
    default:
      return by satisfies never
  }
}
