import type { CaseSettings, Cause, CauseChange } from '@sixfold/contract/case-settings'
import type { StaffMember } from '@sixfold/contract/staff'
import type { WorkingPlan } from '@sixfold/domain/calendar/working-clock'
import { DEFAULT_PROMISES, promiseFault, SEVERITIES } from '@sixfold/domain/cases/case-kinds'
import { DEFAULT_CAUSES } from '@sixfold/domain/cases/default-causes'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import type { CaseSettingsRow, CauseRow } from './store.ts'
import {
  changeCause,
  changeSettings,
  deleteUnused,
  findCauses,
  findSettings,
  insertCause,
  insertSettings,
} from './store.ts'

export { claimCause, findCauses } from './store.ts'

const DEFAULTS: CaseSettingsRow = {
  _id: 'settings',
  promises: DEFAULT_PROMISES,
  hours: { from: '08:00', until: '17:00' },
  revision: 1,
}

/** A house begins with a list of causes; what it deleted from the list does not come back. */
export async function beginSettings(ctx: Context): Promise<void> {
  if (await findSettings(ctx)) return
  for (const [place, { id, name }] of DEFAULT_CAUSES.entries())
    await insertCause(ctx, { _id: id, name: { ...name }, retired: false, used: false, place })
  await insertSettings(ctx, DEFAULTS)
}

export async function casePromises(ctx: Context): Promise<CaseSettingsRow> {
  return (await findSettings(ctx)) ?? DEFAULTS
}

/** When each region works on its cases. One reading serves many. */
export async function workingPlans(ctx: Context): Promise<(regionId: string) => Promise<WorkingPlan>> {
  const [{ hours }, regions, calendarOf, { zone }] = await Promise.all([
    casePromises(ctx),
    listRegions(ctx),
    readCalendars(ctx),
    readOrganisation(ctx),
  ])
  const zones = new Map(regions.map(region => [region._id, region.zone]))
  return async regionId => ({
    zone: zones.get(regionId) || zone,
    hours,
    calendar: await calendarOf(regionId),
  })
}

/** Days off or hours changed: what is due moves with them. */
export const RECOUNT_CASES = 'case.recount'

const WHOLE_HOUSE = { regionId: null }

export async function readSettings(ctx: Context, actor: StaffMember): Promise<CaseSettings> {
  if (!can(actor, 'case.read')) throw new AppError('not_found')
  const [{ promises, hours, revision }, causes] = await Promise.all([casePromises(ctx), findCauses(ctx)])
  return {
    promises,
    hours: { ...hours },
    revision,
    causes: causes.map(toCause),
    editable: can(actor, 'case.settings', WHOLE_HOUSE),
  }
}

/** Promises hold for cases that are opened from now on; hours for all. */
export async function saveSettings(
  ctx: Context,
  actor: StaffMember,
  given: Pick<CaseSettings, 'promises' | 'hours' | 'revision'>,
): Promise<CaseSettings> {
  requireEditor(actor)
  const faulty = SEVERITIES.some(severity => promiseFault(given.promises[severity]) !== null)
  if (faulty || given.hours.from >= given.hours.until) throw new AppError('invalid_input')
  await beginSettings(ctx)
  if (!(await changeSettings(ctx, given))) throw new AppError('revision_conflict')
  await enqueue(ctx, {
    kind: RECOUNT_CASES,
    key: `case-recount:${newId()}`,
    payload: { regionId: null },
  })
  await record(ctx, actor, 'case-settings.save', 'case-settings')
  return readSettings(ctx, actor)
}

export async function addCause(ctx: Context, actor: StaffMember, name: Cause['name']): Promise<CaseSettings> {
  requireEditor(actor)
  const place = Math.max(-1, ...(await findCauses(ctx)).map(cause => cause.place)) + 1
  const id = newId()
  await insertCause(ctx, { _id: id, name, retired: false, used: false, place })
  await record(ctx, actor, 'case-cause.add', `case-cause:${id}`)
  return readSettings(ctx, actor)
}

export async function editCause(
  ctx: Context,
  actor: StaffMember,
  { id, ...change }: CauseChange,
): Promise<CaseSettings> {
  requireEditor(actor)
  const { name, retired } = change
  const set = { ...(name ? { name } : {}), ...(retired === undefined ? {} : { retired }) }
  if (!(await changeCause(ctx, id, set))) throw new AppError('not_found')
  await record(ctx, actor, 'case-cause.change', `case-cause:${id}`, Object.keys(set).join(', '))
  return readSettings(ctx, actor)
}

/** Takes a cause off the list for good, unless a resolution named it: that one can only be retired. */
export async function deleteCause(ctx: Context, actor: StaffMember, id: string): Promise<CaseSettings> {
  requireEditor(actor)
  if (!(await deleteUnused(ctx, id))) {
    const known = (await findCauses(ctx)).some(({ _id }) => _id === id)
    throw new AppError(known ? 'wrong_state' : 'not_found')
  }
  await record(ctx, actor, 'case-cause.delete', `case-cause:${id}`)
  return readSettings(ctx, actor)
}

function requireEditor(actor: StaffMember): void {
  if (!can(actor, 'case.settings', WHOLE_HOUSE)) throw new AppError('not_found')
}

const toCause = ({ _id: id, name, retired, used }: CauseRow): Cause => ({ id, name, retired, used })
