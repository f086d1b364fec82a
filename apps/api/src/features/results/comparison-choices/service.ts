import type { StaffMember } from '@sixfold/contract/staff'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import type { SegmentCounts } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { Context } from '../../../context.ts'
import { findSegments } from '../../customers/accounts/service.ts'
import { findProductsById } from '../../customers/products/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { listProgrammes } from '../../waves/programmes/service.ts'
import { wavesWithResults } from '../compared-sides/service.ts'
import { shownBoards } from '../scoreboards/service.ts'
import { visibleWaves } from '../shown-waves/service.ts'

/** The latest ones: each board is read. */
const MOST_CHOICES = 40

/** What can be held beside each other: of each wave the parts that have answers enough to be shown. */
export async function listChoices(ctx: Context, actor: StaffMember) {
  const all = await wavesWithResults(ctx, actor)
  const { minimumCell } = await readOrganisation(ctx)
  const latest = all.slice(0, MOST_CHOICES)
  // Who works for some regions is shown these, yet everybody is of all that the wave asked in.
  const whole = await visibleWaves(ctx, actor, undefined)
  const ids = new Set(latest.map(({ id }) => id))
  const boards = await shownBoards(
    ctx,
    actor,
    whole.filter(({ id }) => ids.has(id)),
  )
  const waves = latest.map(({ id, name, quarter, kind, regionIds }) => {
    const board = boards.get(id)?.counts ?? {}
    const hidden = hiddenSegments({ board, validOf: answered, minimumCell })
    const parts = Object.keys(board).filter(
      part =>
        answered(board[part]) >= minimumCell &&
        !hidden.has(part) &&
        (!part.startsWith('region:') || regionIds.includes(part.slice('region:'.length))),
    )
    return { id, name, quarter, kind, parts }
  })
  const programmes = Map.groupBy(all, ({ programmeId }) => programmeId)
  return {
    waves,
    names: await namesOf(ctx, new Set(waves.flatMap(({ parts }) => parts))),
    programmes: (await listProgrammes(ctx, actor)).flatMap(({ id, name, kind }) => {
      const own = programmes.get(id)
      return own ? [{ id, name, kind, waves: own.length }] : []
    }),
  }
}

const answered = (counted: SegmentCounts | undefined) => counted?.responses ?? 0

const PRODUCT = 'product:'

async function namesOf(ctx: Context, parts: ReadonlySet<string>): Promise<{ part: string; name: string }[]> {
  const productIds = [...parts].flatMap(part => (part.startsWith(PRODUCT) ? part.slice(PRODUCT.length) : []))
  const [regions, segments, products] = await Promise.all([
    listRegions(ctx),
    findSegments(ctx, null),
    findProductsById(ctx, productIds),
  ])
  return [
    ...regions.map(({ _id, name }) => ({ part: `region:${_id}`, name })),
    ...segments.map(name => ({ part: `segment:${segmentKey(name)}`, name })),
    ...products.map(({ _id, name }) => ({ part: `${PRODUCT}${_id}`, name })),
  ].filter(({ part }) => parts.has(part))
}
