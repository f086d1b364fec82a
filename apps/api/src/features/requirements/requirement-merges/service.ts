import type { Requirement, RequirementHead } from '@sixfold/contract/requirements'
import type { StaffMember } from '@sixfold/contract/staff'
import { LIKENESS_SHOWN, likeness } from '@sixfold/domain/requirements/likeness'
import { mergeOrder } from '@sixfold/domain/requirements/merge'
import { unitedSources } from '@sixfold/domain/requirements/sources'
import { requirementReceipt } from '@sixfold/domain/requirements/status'
import { addSeconds } from 'date-fns/addSeconds'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { record } from '../../house/audit/service.ts'
import { livingOne } from '../requirement-notes/service.ts'
import type { RequirementChange, RequirementRow } from '../requirement-records/service.ts'
import { changeRequirement, findRequirement, pointRequirement } from '../requirement-records/service.ts'
import {
  describeHeads,
  describeRequirement,
  findAmongRegions,
  visibleRequirement,
} from '../requirements/service.ts'

const SHOWN = 6

/** Requirements that may be the same, the most alike first: people decide. */
export async function findAlike(
  ctx: Context,
  actor: StaffMember,
  id: string,
): Promise<{ items: RequirementHead[] }> {
  const row = await visibleRequirement(ctx, actor, id)
  const others = (await findAmongRegions(ctx, actor)).filter(({ _id }) => _id !== id)
  const comparable = ({ text, factor, productId }: RequirementRow) => ({
    text,
    factor: factor?.key ?? null,
    productId,
  })
  const alike = others
    .map(other => ({ other, share: likeness(comparable(row), comparable(other)) }))
    .filter(({ share }) => share >= LIKENESS_SHOWN)
    .sort((a, b) => b.share - a.share || a.other.number - b.other.number)
    .slice(0, SHOWN)
  return {
    items: await describeHeads(ctx, actor, row.mergedInto === null ? alike.map(one => one.other) : []),
  }
}

/** Makes one of two: the earlier stays, with the statements of both. Asked again, it is done already. */
export async function mergeRequirements(
  ctx: Context,
  actor: StaffMember,
  { id, otherId }: { id: string; otherId: string },
): Promise<Requirement> {
  const [one, other] = [
    await visibleRequirement(ctx, actor, id, 'requirement.edit'),
    await visibleRequirement(ctx, actor, otherId, 'requirement.edit'),
  ]
  const known = mergedBefore(one, other)
  if (known) return describeRequirement(ctx, actor, await livingOne(ctx, known))
  const order = mergeOrder(asMergeable(one), asMergeable(other))
  if (!order.ok) throw new AppError('wrong_state')
  const { keep, drop } = order
  // The job stands before the decision: what was decided is carried out, also when this process dies.
  const since = ctx.clock.now().toISOString()
  await enqueue(ctx, {
    kind: CARRY_SOURCES,
    key: `${CARRY_SOURCES}:${drop.id}:${since}`,
    payload: { requirementId: drop.id, since },
  })
  if (!(await pointRequirement(ctx, drop.id, keep.id))) throw new AppError('wrong_state')
  await carrySources(ctx, drop.id)
  await record(
    ctx,
    actor,
    'requirement.merged',
    `requirement:${keep.id}`,
    `${requirementReceipt(drop.number)} > ${requirementReceipt(keep.number)}`,
  )
  const kept = await findRequirement(ctx, keep.id)
  if (!kept) throw new AppError('not_found')
  return describeRequirement(ctx, actor, await livingOne(ctx, kept))
}

export const CARRY_SOURCES = 'requirements.carry-sources'

/** A merge that is not decided by then never was: somebody else was first. */
const PATIENCE_SECONDS = 60

export async function followMerge(ctx: Context, id: string, since: Date): Promise<void> {
  const row = await findRequirement(ctx, id)
  const now = ctx.clock.now()
  if (row?.mergedInto === null && now < addSeconds(since, PATIENCE_SECONDS))
    throw new RunLater(addSeconds(now, 5))
  await carrySources(ctx, id)
}

const asMergeable = ({ _id: id, number, mergedInto }: RequirementRow) => ({ id, number, mergedInto })

const mergedBefore = (one: RequirementRow, other: RequirementRow) =>
  one.mergedInto === other._id ? one : other.mergedInto === one._id ? other : null

/**
 * Gives the statements of a merged requirement to the one that it lives on in, and up to the end of the chain. Safe to repeat:
 * what is there stays, once. A target that was merged after this read it carries them on itself.
 */
export async function carrySources(ctx: Context, id: string): Promise<void> {
  const drop = await findRequirement(ctx, id)
  if (!drop || drop.mergedInto === null) return
  const keep = await findRequirement(ctx, drop.mergedInto)
  if (!keep) throw new Error(`${id} was merged into ${drop.mergedInto}, which is not there`)
  const change = takenOver(keep, drop)
  // Somebody else wrote it meanwhile: look at both again.
  if (!(await changeRequirement(ctx, keep, change))) return carrySources(ctx, id)
  await carrySources(ctx, keep._id)
}

/** What the one that stays takes from the other: every statement, and what it says where it says nothing itself. */
function takenOver(keep: RequirementRow, drop: RequirementRow): RequirementChange {
  const isTold = keep.reply?.releasedAt != null
  return {
    sources: unitedSources(keep.sources, drop.sources),
    mergedFrom: [...new Set([...keep.mergedFrom, ...drop.mergedFrom, drop._id])],
    factor: keep.factor ?? drop.factor,
    productId: keep.productId ?? drop.productId,
    ownerId: keep.ownerId ?? drop.ownerId,
    due: keep.due ?? drop.due,
    // What customers were told stays told.
    reply: isTold || !drop.reply?.releasedAt ? (keep.reply ?? drop.reply) : drop.reply,
  }
}
