import type { CaseRule } from '@sixfold/contract/case-rules'
import type { StaffMember } from '@sixfold/contract/staff'
import { fitsCustomer, inPlaces, lowScore, placesOf } from '@sixfold/domain/case-rules/case-rule'
import { scoredQuestions, scoresReader } from '@sixfold/domain/case-rules/scores'
import type { WouldOpen } from '@sixfold/domain/case-rules/trial'
import { addToTrial, emptyTrial } from '@sixfold/domain/case-rules/trial'
import { addQuarters, calendarYear, compareQuarters, formatQuarter, quarterOf } from '@sixfold/domain/quarter'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { findScored, peopleOf } from '../../answering/responses/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { boardStanding } from '../../results/scoreboards/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { invitationBook } from '../../waves/invitations/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'
import type { TrialRow } from '../case-rule-records/service.ts'
import {
  changeTrial,
  deleteOlderTrials,
  findLastTrials,
  findTrial,
  insertTrial,
} from '../case-rule-records/service.ts'
import { describeRule, visibleRule } from '../case-rules/service.ts'
import { findTasksSince } from '../tasks/service.ts'

export const TRY_RULE = 'case-rule.try'

/** Tries a rule as it stands on past quarters, this one included. It opens nothing; one trial of a rule runs at a time. */
export async function tryRule(
  ctx: Context,
  actor: StaffMember,
  { id, quarters }: { id: string; quarters: number },
): Promise<CaseRule> {
  const rule = await visibleRule(ctx, actor, id)
  const trialId = newId()
  // The job stands first: a trial that is there is carried out, also when this process dies.
  await enqueue(ctx, {
    kind: TRY_RULE,
    key: `case-rule:try:${trialId}`,
    payload: { trialId, since: ctx.clock.now().toISOString() },
  })
  const begun = await insertTrial(ctx, {
    _id: trialId,
    ruleId: id,
    edition: rule.edition,
    terms: rule.terms,
    quarters,
    state: 'running',
    total: 0,
    result: emptyTrial,
    place: null,
    startedAt: ctx.clock.now(),
    startedBy: actor.name,
    finishedAt: null,
  })
  if (!begun) throw new AppError('wrong_state')
  await record(ctx, actor, 'case-rule.tried', `case-rule:${id}`, `${quarters} quarters`)
  return describeRule(ctx, actor, rule)
}

/** What was found until then stays to be read. */
export async function stopTrial(ctx: Context, actor: StaffMember, id: string): Promise<CaseRule> {
  const rule = await visibleRule(ctx, actor, id)
  const trial = (await findLastTrials(ctx, [id])).get(id)
  const stopped =
    trial && (await changeTrial(ctx, trial._id, { state: 'stopped', finishedAt: ctx.clock.now() }))
  if (!stopped) throw new AppError('wrong_state')
  return describeRule(ctx, actor, rule)
}

/** Whether a trial whose job came first is still to be written. */
export const trialExists = async (ctx: Context, id: string) => (await findTrial(ctx, id)) !== null

/** Goes on with a trial from where it came to, until its end or until somebody stops it. Safe to repeat. */
export async function carryOutTrial(ctx: Context, id: string): Promise<void> {
  const trial = await findTrial(ctx, id)
  if (trial?.state !== 'running') return
  const whole =
    trial.terms.trigger === 'score' ? await tryOnAnswers(ctx, trial) : await tryOnTasks(ctx, trial)
  if (whole && (await changeTrial(ctx, id, { state: 'done', finishedAt: ctx.clock.now() })))
    await deleteOlderTrials(ctx, trial)
}

/** Read at once; then it is written down how far it came. */
const PAGE = 2000

/** False: it was stopped. */
async function tryOnAnswers(ctx: Context, trial: TrialRow): Promise<boolean> {
  const waves = await wavesToTry(ctx, trial.quarters)
  let { result, place } = trial
  const total = await countAnswers(ctx, waves)
  if (!(await changeTrial(ctx, trial._id, { total }))) return false
  const first = place === null ? 0 : waves.findIndex(({ _id }) => _id === place?.waveId)
  for (const wave of waves.slice(Math.max(first, 0))) {
    const version = await publishedVersion(ctx, wave.surveyId, wave.version)
    if (!version) continue
    const scoresOf = scoresReader(version.definition)
    const questions = scoredQuestions(version.definition)
    let after: string | null = place?.waveId === wave._id ? place.after : null
    for (;;) {
      const page = await findScored(ctx, wave._id, { questions, after, limit: PAGE })
      const low = page.flatMap(row => {
        const people = peopleOf(row)
        const found = lowScore(trial.terms, {
          kind: wave.kind,
          people,
          scores: scoresOf(row.answers as Parameters<typeof scoresOf>[0]),
          segments: row.segments,
        })
        return found ? [{ id: row._id, found, at: (row.submittedAt ?? wave.closesAt).toISOString() }] : []
      })
      result = addToTrial(result, page.length, await withCustomers(ctx, trial, wave, low))
      after = page.at(-1)?._id ?? after
      place = { waveId: wave._id, after }
      if (!(await changeTrial(ctx, trial._id, { result, place }))) return false
      if (page.length < PAGE) break
    }
    place = null
  }
  return true
}

async function countAnswers(ctx: Context, waves: readonly WaveRow[]): Promise<number> {
  let total = 0
  for (const { _id } of waves) total += (await boardStanding(ctx, _id)).responses
  return total
}

/** Waves of the last quarters whose answers have names, in a fixed order. */
async function wavesToTry(ctx: Context, quarters: number): Promise<WaveRow[]> {
  const { zone, fiscalStartMonth } = await readOrganisation(ctx)
  const now = quarterOf(wallTimeIn(ctx.clock.now(), zone).date, {
    ...calendarYear,
    startMonth: fiscalStartMonth,
  })
  const first = addQuarters(now, 1 - quarters)
  return (await waveBook.findWaves(ctx))
    .filter(
      ({ kind, state, quarter }) =>
        kind !== 'blind' && state !== 'draft' && compareQuarters(quarter, first) >= 0,
    )
    .sort((a, b) => (a._id < b._id ? -1 : 1))
}

interface LowAnswer {
  id: string
  found: NonNullable<WouldOpen['found']>
  at: string
}

/** Only of answers that are low enough anybody is looked up; one whose giver was erased belongs to nobody. */
async function withCustomers(
  ctx: Context,
  { terms }: TrialRow,
  wave: WaveRow,
  low: readonly LowAnswer[],
): Promise<WouldOpen[]> {
  if (low.length === 0) return []
  const invitations = await invitationBook.findInvitationsById(
    ctx,
    low.map(({ id }) => id),
  )
  const byId = new Map(invitations.map(row => [row._id, row]))
  const [accounts, contacts] = await Promise.all([
    findAccounts(ctx, terms.revenueFrom === null ? [] : invitations.map(({ accountId }) => accountId)),
    findContacts(ctx, terms.seniorities.length === 0 ? [] : invitations.map(({ contactId }) => contactId)),
  ])
  return low.flatMap(({ id, found, at }) => {
    const invitation = byId.get(id)
    if (!invitation) return []
    const { accountId, contactId, regionId } = invitation
    const customer = {
      seniority: contacts.get(contactId)?.seniority ?? '',
      revenue: accounts.get(accountId)?.annualRevenue ?? null,
    }
    if (!fitsCustomer(terms, customer)) return []
    return [{ sourceId: id, accountId, contactId, regionId, quarter: formatQuarter(wave.quarter), found, at }]
  })
}

/** What bounced or was silent stands among the tasks, also those that are done. */
async function tryOnTasks(ctx: Context, trial: TrialRow): Promise<boolean> {
  const { zone, fiscalStartMonth } = await readOrganisation(ctx)
  const calendar = { ...calendarYear, startMonth: fiscalStartMonth }
  const quarter = (at: Date) => quarterOf(wallTimeIn(at, zone).date, calendar)
  const first = addQuarters(quarter(ctx.clock.now()), 1 - trial.quarters)
  const kind = trial.terms.trigger === 'bounce' ? 'bounce' : 'silence'
  let { result, place } = trial
  for (;;) {
    const page = await findTasksSince(ctx, kind, { after: place?.after ?? null, limit: PAGE })
    const recent = page.filter(({ openedAt }) => compareQuarters(quarter(openedAt), first) >= 0)
    const accounts = await findAccounts(
      ctx,
      recent.flatMap(({ accountId }) => accountId ?? []),
    )
    const contacts = await findContacts(
      ctx,
      recent.flatMap(({ contactId }) => contactId ?? []),
    )
    const found = recent.flatMap((task): WouldOpen[] => {
      const account = task.accountId === null ? undefined : accounts.get(task.accountId)
      if (!account || !inPlaces(trial.terms, placesOf(account))) return []
      const contact = task.contactId === null ? undefined : contacts.get(task.contactId)
      const seniority = kind === 'silence' ? null : (contact?.seniority ?? '')
      if (!fitsCustomer(trial.terms, { seniority, revenue: account.annualRevenue })) return []
      return [
        {
          sourceId: task._id,
          accountId: account._id,
          contactId: contact?.id ?? null,
          regionId: account.regionId,
          quarter: formatQuarter(quarter(task.openedAt)),
          found: null,
          at: task.openedAt.toISOString(),
        },
      ]
    })
    result = addToTrial(result, recent.length, found)
    place = { waveId: kind, after: page.at(-1)?._id ?? place?.after ?? null }
    if (!(await changeTrial(ctx, trial._id, { result, place, total: result.looked }))) return false
    if (page.length < PAGE) return true
  }
}
