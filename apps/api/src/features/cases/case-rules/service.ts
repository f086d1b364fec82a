import type { CaseRule, RuleInput, RuleSample, RuleTrial } from '@sixfold/contract/case-rules'
import type { StaffMember } from '@sixfold/contract/staff'
import { switchOnFault } from '@sixfold/domain/case-rules/rule-state'
import type { WouldOpen } from '@sixfold/domain/case-rules/trial'
import { can } from '@sixfold/domain/permissions'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions } from '../../house/organisation/service.ts'
import type { RuleChange, RuleRow, TrialRow } from '../case-rule-records/service.ts'
import {
  changeRule,
  countOpenings,
  deleteRule,
  findLastTrials,
  findRule,
  findRules,
  insertRule,
} from '../case-rule-records/service.ts'

type RuleAction = 'case-rule.read' | 'case-rule.edit'

/** A rule of the whole house is changed by who works for all of it; one of some regions by who works for each of them. */
function mayOn(
  actor: StaffMember,
  action: RuleAction,
  { terms: { regionIds } }: Pick<RuleRow, 'terms'>,
): boolean {
  if (regionIds.length === 0) return can(actor, action, { regionId: null })
  const may = (regionId: string) => can(actor, action, { regionId })
  return action === 'case-rule.read' ? regionIds.some(may) : regionIds.every(may)
}

/** The rule, if the person may do this to it; an unknown one and a foreign one look the same. */
export async function visibleRule(
  ctx: Context,
  actor: StaffMember,
  id: string,
  action: RuleAction = 'case-rule.edit',
): Promise<RuleRow> {
  const row = await findRule(ctx, id)
  if (!row || !mayOn(actor, action, row)) throw new AppError('not_found')
  return row
}

export async function listRules(ctx: Context, actor: StaffMember): Promise<{ items: CaseRule[] }> {
  if (!can(actor, 'case-rule.read')) throw new AppError('not_found')
  const rows = (await findRules(ctx)).filter(row => mayOn(actor, 'case-rule.read', row))
  return { items: await describe(ctx, actor, rows) }
}

export async function readRule(ctx: Context, actor: StaffMember, id: string): Promise<CaseRule> {
  return describeRule(ctx, actor, await visibleRule(ctx, actor, id, 'case-rule.read'))
}

export async function createRule(ctx: Context, actor: StaffMember, input: RuleInput): Promise<CaseRule> {
  await requirePlaces(ctx, actor, input)
  const at = ctx.clock.now()
  const row: RuleRow = {
    _id: newId(),
    ...input,
    state: 'draft',
    edition: 1,
    onSince: null,
    createdAt: at,
    createdBy: actor.name,
    changedAt: at,
    revision: 1,
  }
  await insertRule(ctx, row)
  await record(ctx, actor, 'case-rule.created', `case-rule:${row._id}`, row.name)
  return describeRule(ctx, actor, row)
}

/** With other terms a rule opens nothing until it was tried again: what nobody has seen the effect of is not on. */
export async function editRule(
  ctx: Context,
  actor: StaffMember,
  { id, revision, name, terms }: RuleInput & { id: string; revision: number },
): Promise<CaseRule> {
  const before = await visibleRule(ctx, actor, id)
  await requirePlaces(ctx, actor, { name, terms })
  const same = canonicalJson(before.terms) === canonicalJson(terms)
  const anew: RuleChange = same
    ? {}
    : {
        terms,
        edition: before.edition + 1,
        onSince: null,
        state: before.state === 'on' ? 'off' : before.state,
      }
  return saved(ctx, actor, before, revision, { name, ...anew }, 'case-rule.changed')
}

export async function switchRule(
  ctx: Context,
  actor: StaffMember,
  { id, revision, on }: { id: string; revision: number; on: boolean },
): Promise<CaseRule> {
  const before = await visibleRule(ctx, actor, id)
  // Asked twice it is done once.
  if (on === (before.state === 'on')) return describeRule(ctx, actor, before)
  if (!on) return saved(ctx, actor, before, revision, { state: 'off', onSince: null }, 'case-rule.off')
  const trial = (await findLastTrials(ctx, [id])).get(id) ?? null
  if (switchOnFault(before, trial) !== null) throw new AppError('wrong_state')
  return saved(ctx, actor, before, revision, { state: 'on', onSince: ctx.clock.now() }, 'case-rule.on')
}

/** Only one that never opened a case: what did stays, to say why cases are there. */
export async function removeRule(
  ctx: Context,
  actor: StaffMember,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  const before = await visibleRule(ctx, actor, id)
  if (before.state === 'on' || (await countOpenings(ctx, id)) > 0) throw new AppError('wrong_state')
  if (before.revision !== revision || !(await deleteRule(ctx, before)))
    throw new AppError('revision_conflict')
  await record(ctx, actor, 'case-rule.removed', `case-rule:${id}`, before.name)
}

async function saved(
  ctx: Context,
  actor: StaffMember,
  before: RuleRow,
  revision: number,
  change: RuleChange,
  action: string,
): Promise<CaseRule> {
  const row = before.revision === revision ? await changeRule(ctx, before, change) : null
  if (!row) {
    const current = await visibleRule(ctx, actor, before._id, 'case-rule.read')
    throw new AppError('revision_conflict', { data: { current: await describeRule(ctx, actor, current) } })
  }
  await record(ctx, actor, action, `case-rule:${row._id}`, row.name)
  return describeRule(ctx, actor, row)
}

/** Regions that there are, and that the person may make rules for. */
async function requirePlaces(ctx: Context, actor: StaffMember, { terms }: RuleInput): Promise<void> {
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  if (!mayOn(actor, 'case-rule.edit', { terms }) || !terms.regionIds.every(id => known.has(id)))
    throw new AppError('not_found')
}

export async function describeRule(ctx: Context, actor: StaffMember, row: RuleRow): Promise<CaseRule> {
  const [rule] = await describe(ctx, actor, [row])
  if (!rule) throw new AppError('not_found')
  return rule
}

/**
 * Whether somebody may read answers wherever these terms look. How many scored low, by region, factor and quarter, tells in two looks what
 * one known person said, also without a name.
 */
function readsAnswersOf(
  actor: StaffMember,
  terms: readonly Pick<RuleRow['terms'], 'regionIds'>[],
  all: readonly string[],
): boolean {
  const covered = terms.flatMap(({ regionIds }) => (regionIds.length === 0 ? all : regionIds))
  return covered.every(regionId => can(actor, 'response.read', { regionId }))
}

async function describe(ctx: Context, actor: StaffMember, rows: readonly RuleRow[]): Promise<CaseRule[]> {
  const [trials, regions] = await Promise.all([
    findLastTrials(
      ctx,
      rows.map(({ _id }) => _id),
    ),
    listRegions(ctx),
  ])
  const all = regions.map(({ _id }) => _id)
  return Promise.all(
    rows.map(async row => {
      const trial = trials.get(row._id)
      const readable = readsAnswersOf(actor, [row.terms, ...(trial ? [trial.terms] : [])], all)
      return {
        id: row._id,
        name: row.name,
        terms: termsOf(row),
        state: row.state,
        edition: row.edition,
        revision: row.revision,
        onSince: row.onSince?.toISOString() ?? null,
        readable,
        opened: readable ? await countOpenings(ctx, row._id) : null,
        createdBy: row.createdBy,
        changedAt: row.changedAt.toISOString(),
        trial: trial && readable ? await describeTrial(ctx, actor, trial) : null,
        editable: mayOn(actor, 'case-rule.edit', row),
      }
    }),
  )
}

const termsOf = ({ terms }: RuleRow): CaseRule['terms'] => ({
  ...terms,
  factors: [...terms.factors],
  segments: [...terms.segments],
  regionIds: [...terms.regionIds],
  seniorities: [...terms.seniorities],
})

async function describeTrial(ctx: Context, actor: StaffMember, row: TrialRow): Promise<RuleTrial> {
  const { looked, cases, byQuarter, byRegion, byFactor, samples } = row.result
  return {
    id: row._id,
    state: row.state,
    edition: row.edition,
    quarters: row.quarters,
    done: looked,
    total: Math.max(row.total, looked),
    ...{ cases, byQuarter, byRegion, byFactor },
    samples: row.state === 'running' ? [] : await describeSamples(ctx, actor, samples),
    startedAt: row.startedAt.toISOString(),
    startedBy: row.startedBy,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

/** Who answered what is read by those alone who may read answers, of their own regions; it leaves an audit entry. */
async function describeSamples(
  ctx: Context,
  actor: StaffMember,
  samples: readonly WouldOpen[],
): Promise<RuleSample[]> {
  const own = samples.filter(({ regionId }) => can(actor, 'response.read', { regionId }))
  if (own.length === 0) return []
  const [accounts, contacts] = await Promise.all([
    findAccounts(
      ctx,
      own.map(({ accountId }) => accountId),
    ),
    findContacts(
      ctx,
      own.flatMap(({ contactId }) => contactId ?? []),
    ),
  ])
  await record(ctx, actor, 'case-rule.trial-read', 'case-rules', `${own.length}`)
  return own.flatMap(({ accountId, contactId, regionId, quarter, found, at }) => {
    const account = accounts.get(accountId)
    // It may have moved to another region since.
    if (!account || !can(actor, 'response.read', account)) return []
    const contact = contactId === null ? undefined : contacts.get(contactId)
    const known = contact !== undefined && !contact.erased
    return [
      {
        accountId,
        accountName: account.name,
        contactId: known ? contact.id : null,
        contactName: known ? contact.name : '',
        regionId,
        quarter,
        factor: found?.factor ?? null,
        score: found?.score ?? null,
        at,
      },
    ]
  })
}
