import type { StaffMember } from '@sixfold/contract/staff'
import type { Task } from '@sixfold/contract/tasks'
import { can } from '@sixfold/domain/permissions'
import { WHOLE_HOUSE } from '@sixfold/domain/requirements/sources'
import { singleLine } from '@sixfold/domain/text/single-line'
import { resolveWallTime } from '@sixfold/domain/wall-time'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { actionsAbout, openAction } from '../../cases/tasks/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { visibleRequirement } from '../../requirements/requirements/service.ts'
import { announceEvent, openEvent } from '../event-records/service.ts'

interface About {
  aboutKind: 'round_table' | 'requirement'
  aboutId: string
}

export async function listActions(
  ctx: Context,
  actor: StaffMember,
  about: About,
): Promise<{ items: Task[] }> {
  await regionsOf(ctx, actor, about)
  return { items: await actionsAbout(ctx, actor, about) }
}

export interface NotedAction extends About {
  text: string
  ownerId: string | null
  due: string
  blockId?: string | undefined
}

/** Makes a task of what somebody agreed to do. */
export async function noteAction(ctx: Context, actor: StaffMember, noted: NotedAction): Promise<Task> {
  const { aboutKind, aboutId, ownerId, due, blockId } = noted
  const places = await regionsOf(ctx, actor, noted)
  const regionId = places.find(place => can(actor, 'task.work', { regionId: place }))
  const owner = ownerId === null ? null : await findMember(ctx, ownerId)
  if (regionId === undefined || (ownerId !== null && !(owner && can(owner, 'task.work', { regionId }))))
    throw new AppError('not_found')
  const task = await openAction(ctx, actor, {
    key: `action:${blockId === undefined ? newId() : `${aboutId}:${blockId}`}`,
    text: singleLine(noted.text),
    aboutKind,
    aboutId,
    regionId,
    ownerId,
    dueAt: await endOfDay(ctx, due, regionId),
  })
  if (aboutKind === 'round_table') announceEvent(ctx, aboutId)
  return task
}

/** The regions that a thing belongs to; the whole house has a share in every one. */
async function regionsOf(
  ctx: Context,
  actor: StaffMember,
  { aboutKind, aboutId }: About,
): Promise<readonly string[]> {
  if (aboutKind === 'round_table') return [(await openEvent(ctx, actor, aboutId, 'roundtable.read')).regionId]
  const { regionIds } = await visibleRequirement(ctx, actor, aboutId)
  return regionIds.includes(WHOLE_HOUSE) ? (await listRegions(ctx)).map(({ _id }) => _id) : regionIds
}

/** The last minute of a day where the region is. */
async function endOfDay(ctx: Context, date: string, regionId: string): Promise<Date> {
  const [regions, { zone }] = await Promise.all([listRegions(ctx), readOrganisation(ctx)])
  const own = regions.find(({ _id }) => _id === regionId)?.zone ?? zone
  return resolveWallTime({ date, time: '23:59', zone: own, fallbackZone: zone }).instant
}
