import type { Programme, ProgrammeContent } from '@sixfold/contract/programmes'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { surveyDraft } from '../../surveys/surveys/service.ts'
import { exclude, exclusionBook, readExclusions } from '../exclusions/service.ts'
import { requireRegions } from '../wave-drafts/service.ts'
import type { ProgrammeRow } from './store.ts'
import { findProgramme, findProgrammes, insertProgramme, replaceProgramme } from './store.ts'

export type { ProgrammeRow } from './store.ts'

export async function listProgrammes(ctx: Context, actor: StaffMember): Promise<Programme[]> {
  if (!can(actor, 'wave.read')) throw new AppError('not_found')
  const visible = (await findProgrammes(ctx)).filter(row => scopeOf(actor, row).length > 0)
  return Promise.all(visible.map(row => describe(ctx, actor, row)))
}

export async function readProgramme(ctx: Context, actor: StaffMember, id: string): Promise<Programme> {
  return describe(ctx, actor, await visibleProgramme(ctx, actor, id))
}

export async function createProgramme(
  ctx: Context,
  actor: StaffMember,
  content: ProgrammeContent,
): Promise<Programme> {
  await requireRegions(ctx, actor, content.regionIds)
  const now = ctx.clock.now()
  const row = await insertProgramme(ctx, {
    ...(await checked(ctx, content)),
    createdAt: now,
    updatedAt: now,
    updatedBy: actor.name,
  })
  await record(ctx, actor, 'programme.created', `programme:${row._id}`, row.name)
  return describe(ctx, actor, row)
}

/** Changes what the next waves are drafted from; those that stand stay as they are. */
export async function saveProgramme(
  ctx: Context,
  actor: StaffMember,
  { id, revision, content }: { id: string; revision: number; content: ProgrammeContent },
): Promise<Programme> {
  await ownProgramme(ctx, actor, id)
  await requireRegions(ctx, actor, content.regionIds)
  const saved = await replaceProgramme(
    ctx,
    { id, revision },
    { ...(await checked(ctx, content)), updatedAt: ctx.clock.now(), updatedBy: actor.name },
  )
  if (!saved) throw new AppError('revision_conflict')
  await record(ctx, actor, 'programme.saved', `programme:${id}`, `revision ${saved.revision}`)
  return describe(ctx, actor, saved)
}

export async function listExclusionsOf(
  ctx: Context,
  actor: StaffMember,
  { id, cursor, limit = 100 }: { id: string; cursor?: string | undefined; limit?: number | undefined },
) {
  await visibleProgramme(ctx, actor, id)
  const page = await readExclusions(ctx, id, {
    after: cursor ?? null,
    limit,
    regionIds: actor.regions === 'all' ? null : actor.regions,
  })
  await record(ctx, actor, 'exclusions.read', `programme:${id}`, `${page.items.length}`)
  return page
}

export async function excludeFrom(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    ...order
  }: { id: string; kind: 'account' | 'contact'; externalIds: readonly string[]; reason: string },
) {
  await ownProgramme(ctx, actor, id)
  const regionIds = actor.regions === 'all' ? null : actor.regions
  const outcome = await exclude(ctx, actor, { programmeId: id, ...order, regionIds })
  const detail = `${outcome.added} by ${order.kind}: ${order.reason}`
  await record(ctx, actor, 'programme.excluded', `programme:${id}`, detail)
  return outcome
}

export async function includeAgain(
  ctx: Context,
  actor: StaffMember,
  { id, exclusionId }: { id: string; exclusionId: string },
): Promise<{ excluded: number }> {
  await ownProgramme(ctx, actor, id)
  if (await exclusionBook.deleteExclusion(ctx, id, exclusionId))
    await record(ctx, actor, 'programme.included', `programme:${id}`, exclusionId)
  return { excluded: await exclusionBook.countExclusions(ctx, id) }
}

export async function visibleProgramme(ctx: Context, actor: StaffMember, id: string): Promise<ProgrammeRow> {
  const row = await findProgramme(ctx, id)
  if (!row || !can(actor, 'wave.read') || scopeOf(actor, row).length === 0) throw new AppError('not_found')
  return row
}

/** Only who may launch in all of its regions changes a programme, or drafts from it. */
export async function ownProgramme(ctx: Context, actor: StaffMember, id: string): Promise<ProgrammeRow> {
  const row = await visibleProgramme(ctx, actor, id)
  if (!row.regionIds.every(regionId => can(actor, 'wave.launch', { regionId })))
    throw new AppError('not_found')
  return row
}

/** The programme that asks after the events of a region, the latest that was saved; null: there is none. */
export async function postEventProgramme(ctx: Context, regionId: string): Promise<ProgrammeRow | null> {
  const fitting = (await findProgrammes(ctx)).filter(
    ({ kind, regionIds }) => kind === 'post_event' && regionIds.includes(regionId),
  )
  return fitting.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0] ?? null
}

/** The survey of the next quarter takes the place of the one before; null when somebody saved meanwhile. */
export function moveToSurvey(
  ctx: Context,
  actor: StaffMember,
  { _id: id, revision }: Pick<ProgrammeRow, '_id' | 'revision'>,
  surveyId: string,
): Promise<ProgrammeRow | null> {
  return replaceProgramme(
    ctx,
    { id, revision },
    { surveyId, updatedAt: ctx.clock.now(), updatedBy: actor.name },
  )
}

async function checked(ctx: Context, content: ProgrammeContent) {
  const survey = await surveyDraft(ctx, content.surveyId)
  if (!survey) throw new AppError('not_found')
  return { ...content, kind: survey.kind, regionIds: [...new Set(content.regionIds)] }
}

function scopeOf({ regions }: StaffMember, { regionIds }: ProgrammeRow): string[] {
  return regions === 'all' ? [...regionIds] : regionIds.filter(id => regions.includes(id))
}

async function describe(ctx: Context, actor: StaffMember, row: ProgrammeRow): Promise<Programme> {
  const { _id: id, name, kind, surveyId, audience, design, reminders, sending, days, revision } = row
  return {
    id,
    name,
    kind,
    surveyId,
    regionIds: scopeOf(actor, row),
    audience: {
      kinds: [...audience.kinds],
      segments: [...audience.segments],
      seniorities: [...audience.seniorities],
    },
    design: { ...design, quotas: { ...design.quotas } },
    reminders: { afterDays: [...reminders.afterDays] },
    sending: { perHour: sending.perHour },
    days,
    excluded: await exclusionBook.countExclusions(ctx, id),
    revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
  }
}
