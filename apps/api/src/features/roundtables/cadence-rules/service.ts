import type { CadenceRules } from '@sixfold/contract/cadence-rules'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { CadenceRule } from '@sixfold/domain/roundtables/cadence-rule'
import { previewRule, ruleFault } from '@sixfold/domain/roundtables/cadence-rule'
import type { EventKind } from '@sixfold/domain/roundtables/event-kind'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import type { RegionRow } from '../../house/organisation/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import { findEventDates } from '../event-records/service.ts'
import type { CadenceRulesRow } from './store.ts'
import { findRules, storeRules } from './store.ts'
import { ruleWords } from './words.ts'

export type RulesOf = (
  region: RegionRow,
) => Pick<CadenceRulesRow, 'roundTable' | 'conference' | 'revision'> & Partial<CadenceRulesRow>

/** What each region's events are due by: what somebody saved, else the step that the region came with. */
export async function readRules(ctx: Context): Promise<RulesOf> {
  const saved = await findRules(ctx)
  return ({ _id, anchor, everyMonths }) =>
    saved.get(_id) ?? { roundTable: { anchor, everyMonths, on: null }, conference: null, revision: 0 }
}

/** The rule of one kind; null: the region holds none. */
export const ruleOf = (rules: ReturnType<RulesOf>, kind: EventKind): CadenceRule | null =>
  kind === 'conference' ? rules.conference : rules.roundTable

export async function readRegionRules(ctx: Context, actor: StaffMember, id: string): Promise<CadenceRules> {
  return toRules(id, (await readRules(ctx))(await regionFor(ctx, actor, id, 'roundtable.read')))
}

interface NewRules {
  id: string
  roundTable: CadenceRule
  conference: CadenceRule | null
}

/** What other rules would change, kind by kind; nothing is saved. */
export async function previewRules(ctx: Context, actor: StaffMember, rules: NewRules) {
  const region = await regionFor(ctx, actor, rules.id, 'roundtable.plan')
  checkRules(actor, rules)
  const [rulesOf, events] = await Promise.all([readRules(ctx), findEventDates(ctx, [rules.id])])
  const before = rulesOf(region)
  const today = wallTimeIn(ctx.clock.now(), region.zone).date
  const preview = (kind: EventKind, after: CadenceRule | null) =>
    previewRule(
      kind,
      { before: ruleOf(before, kind), after },
      { eventDates: events.filter(event => event.kind === kind).map(({ date }) => date), today },
    )
  return {
    roundTable: preview('round_table', rules.roundTable),
    conference: preview('conference', rules.conference),
  }
}

/** Changes what is due. Events that are planned stay where they are. */
export async function saveRules(
  ctx: Context,
  actor: StaffMember,
  { revision, ...rules }: NewRules & { revision: number },
): Promise<CadenceRules> {
  await regionFor(ctx, actor, rules.id, 'roundtable.plan')
  checkRules(actor, rules)
  const { id: _id, roundTable, conference } = rules
  const row = { _id, roundTable, conference, revision, savedAt: ctx.clock.now(), savedBy: actor.name }
  if (!(await storeRules(ctx, row))) throw new AppError('revision_conflict')
  await record(ctx, actor, 'cadence.saved', `region:${_id}`, `${roundTable.anchor}/${roundTable.everyMonths}`)
  return toRules(_id, { ...row, revision: revision + 1 })
}

async function regionFor(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: 'roundtable.read' | 'roundtable.plan',
): Promise<RegionRow> {
  const region = (await listRegions(ctx)).find(({ _id }) => _id === id)
  if (!region || !can(actor, action, { regionId: id })) throw new AppError('not_found')
  return region
}

function checkRules({ language }: StaffMember, { roundTable, conference }: NewRules): void {
  const say = ruleWords(language)
  const fields = [
    { at: 'roundTable', fault: ruleFault('round_table', roundTable) },
    { at: 'conference', fault: conference && ruleFault('conference', conference) },
  ].flatMap(({ at, fault }) => (fault ? [{ path: `${at}.${fault.field}`, message: say(fault.fault) }] : []))
  if (fields.length > 0) throw new AppError('invalid_input', { fields })
}

function toRules(regionId: string, rules: ReturnType<RulesOf>): CadenceRules {
  const { roundTable, conference, revision, savedAt, savedBy = '' } = rules
  return { regionId, roundTable, conference, revision, savedAt: savedAt?.toISOString() ?? null, savedBy }
}
