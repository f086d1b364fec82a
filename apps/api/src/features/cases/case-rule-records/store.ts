import type { RuleTerms } from '@sixfold/domain/case-rules/case-rule'
import type { RuleState, TrialState } from '@sixfold/domain/case-rules/rule-state'
import type { TrialResult } from '@sixfold/domain/case-rules/trial'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

export interface RuleRow {
  _id: string
  name: string
  terms: RuleTerms
  state: RuleState
  /** Of the terms. */
  edition: number
  onSince: Date | null
  createdAt: Date
  createdBy: string
  changedAt: Date
  revision: number
}

const rules = defineCollection<RuleRow>('caseRules', {
  _id: String,
  name: String,
  terms: {},
  state: String,
  edition: Number,
  onSince: Date,
  createdAt: Date,
  createdBy: String,
  changedAt: Date,
  revision: Number,
})

export async function insertRule(ctx: Context, row: RuleRow): Promise<void> {
  await rules(ctx).create(row)
}

export function findRule(ctx: Context, id: string): Promise<RuleRow | null> {
  return rules(ctx).findById(id).lean<RuleRow>().exec()
}

export function findRules(ctx: Context, state?: RuleState): Promise<RuleRow[]> {
  return rules(ctx)
    .find(state ? { state } : {})
    .sort({ createdAt: 1, _id: 1 })
    .lean<RuleRow[]>()
    .exec()
}

export type RuleChange = Partial<Pick<RuleRow, 'name' | 'terms' | 'state' | 'edition' | 'onSince'>>

/** Changes a rule that still stands at its revision; null: somebody was first. */
export function changeRule(
  ctx: Context,
  { _id, revision }: Pick<RuleRow, '_id' | 'revision'>,
  change: RuleChange,
): Promise<RuleRow | null> {
  const fields = { ...change, changedAt: ctx.clock.now(), revision: revision + 1 }
  return rules(ctx)
    .findOneAndUpdate({ _id, revision }, { $set: fields }, { returnDocument: 'after' })
    .lean<RuleRow>()
    .exec()
}

export async function deleteRule(
  ctx: Context,
  { _id, revision }: Pick<RuleRow, '_id' | 'revision'>,
): Promise<boolean> {
  return (await rules(ctx).deleteOne({ _id, revision })).deletedCount === 1
}

/** Which case a rule opened. What set it off is named once, so one event opens one case whatever rules become. */
export interface OpeningRow {
  /** What set it off, such as `score:<response>`. */
  _id: string
  ruleId: string
  at: Date
}

const openings = defineCollection<OpeningRow>('ruleOpenings', { _id: String, ruleId: String, at: Date }, [
  { fields: { ruleId: 1 } },
])

/** Says which rule opens the case of this event: the first that was noted. */
export async function claimOpening(ctx: Context, row: OpeningRow): Promise<OpeningRow> {
  try {
    await openings(ctx).create(row)
    return row
  } catch (error) {
    const first = isDuplicateKey(error) ? await openings(ctx).findById(row._id).lean<OpeningRow>() : null
    if (!first) throw error
    return first
  }
}

export function countOpenings(ctx: Context, ruleId: string): Promise<number> {
  return openings(ctx).countDocuments({ ruleId }).exec()
}

/** A trial of a rule on past data: how far it came, and what it found. */
export interface TrialRow {
  _id: string
  ruleId: string
  edition: number
  terms: RuleTerms
  quarters: number
  state: TrialState
  total: number
  result: TrialResult
  /** Where it goes on; null: at the beginning. */
  place: { waveId: string; after: string | null } | null
  startedAt: Date
  startedBy: string
  finishedAt: Date | null
}

const trials = defineCollection<TrialRow>(
  'ruleTrials',
  {
    _id: String,
    ruleId: String,
    edition: Number,
    terms: {},
    quarters: Number,
    state: String,
    total: Number,
    result: {},
    place: {},
    startedAt: Date,
    startedBy: String,
    finishedAt: Date,
  },
  [
    { fields: { ruleId: 1, startedAt: -1 } },
    // One at a time: of two that are begun at once the second is refused.
    { fields: { ruleId: 1 }, unique: true, partialFilterExpression: { state: 'running' } },
  ],
)

/** False: one runs already. */
export async function insertTrial(ctx: Context, row: TrialRow): Promise<boolean> {
  try {
    await trials(ctx).create(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findTrial(ctx: Context, id: string): Promise<TrialRow | null> {
  return trials(ctx).findById(id).lean<TrialRow>().exec()
}

export async function findLastTrials(
  ctx: Context,
  ruleIds: readonly string[],
): Promise<Map<string, TrialRow>> {
  const rows = await trials(ctx)
    .find({ ruleId: trusted({ $in: [...ruleIds] }) })
    .sort({ startedAt: 1, _id: 1 })
    .lean<TrialRow[]>()
  return new Map(rows.map(row => [row.ruleId, row]))
}

/** Writes down how far a trial came; false: it was stopped, or has ended. */
export async function changeTrial(
  ctx: Context,
  id: string,
  change: Partial<Pick<TrialRow, 'state' | 'total' | 'result' | 'place' | 'finishedAt'>>,
): Promise<boolean> {
  const { matchedCount } = await trials(ctx).updateOne({ _id: id, state: 'running' }, { $set: change })
  return matchedCount === 1
}

/** Only the last trial of a rule is looked at. */
export async function deleteOlderTrials(
  ctx: Context,
  { ruleId, _id }: Pick<TrialRow, 'ruleId' | '_id'>,
): Promise<void> {
  await trials(ctx).deleteMany({ ruleId, _id: trusted({ $ne: _id }), state: trusted({ $ne: 'running' }) })
}
