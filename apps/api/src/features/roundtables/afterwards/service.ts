import type { AfterwardsView, Comparison } from '@sixfold/contract/afterwards'
import type { StaffMember } from '@sixfold/contract/staff'
import { morningAfter } from '@sixfold/domain/roundtables/agenda'
import type { AccountScores, EventGroup } from '@sixfold/domain/roundtables/before-after'
import { compareBeforeAfter } from '@sixfold/domain/roundtables/before-after'
import { scoreOf } from '@sixfold/domain/roundtables/weak-factors'
import { isComparable } from '@sixfold/domain/scoreboard-view'
import type { SeatClaim, SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { subDays } from 'date-fns/subDays'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import type { GuestEvent, GuestRow } from '../../guests/guests/service.ts'
import { findGuests } from '../../guests/guests/service.ts'
import { readSeats } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { SCOREBOARD_CONFIDENCE } from '../../results/scoreboards/service.ts'
import { linesBetween } from '../../surveys/survey-versions/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import type { AfterwardsRow } from '../afterwards-records/service.ts'
import { findAfterwards, storeAfterwards } from '../afterwards-records/service.ts'
import type { HeardWave } from '../event-answers/service.ts'
import { closedWavesOf, heardWave, verdictsOf } from '../event-answers/service.ts'
import { announceEvent, findEndingAfter, openEvent, toEvent } from '../event-records/service.ts'
import { askThoseWhoCame, claimsOf, planFollowUp, readFollowUp } from '../follow-ups/service.ts'

export async function readAfterwards(ctx: Context, actor: StaffMember, id: string): Promise<AfterwardsView> {
  return view(ctx, await openEvent(ctx, actor, id, 'roundtable.read'))
}

export interface AfterwardsSave {
  id: string
  revision: number
  currency: string
  costs: { what: string; amount: number }[]
  ask: boolean
}

const FOLLOWED_DAYS = 3

/** Notes what the event cost, and whether those who came are asked. */
export async function saveAfterwards(
  ctx: Context,
  actor: StaffMember,
  { id, ...save }: AfterwardsSave,
): Promise<AfterwardsView> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (!(await storeAfterwards(ctx, { _id: id, ...save }))) throw new AppError('revision_conflict')
  await record(ctx, actor, 'afterwards.saved', `roundtable:${id}`, save.ask ? 'asks' : 'asks nobody')
  announceEvent(ctx, id)
  return view(ctx, event)
}

/** Asks those who came and were not asked yet, as after a late check-in. */
export async function askNow(ctx: Context, actor: StaffMember, id: string): Promise<AfterwardsView> {
  const event = await openEvent(ctx, actor, id, 'roundtable.plan')
  if (event.cancelled || ctx.clock.now() < morningAfter(event.endsAt, event.zone))
    throw new AppError('wrong_state')
  await askThoseWhoCame(ctx, event)
  await record(ctx, actor, 'afterwards.asked', `roundtable:${id}`)
  return view(ctx, event)
}

/** After a start: events that nobody asked about yet, because they are older than the question or a crash lost the job. */
export async function askAfterRecent(ctx: Context): Promise<void> {
  for (const row of await findEndingAfter(ctx, subDays(ctx.clock.now(), FOLLOWED_DAYS)))
    await planFollowUp(ctx, toEvent(row))
}

async function view(ctx: Context, event: GuestEvent): Promise<AfterwardsView> {
  const [rows, ledger, kept] = await Promise.all([
    findGuests(ctx, event.id),
    readSeats(ctx, event.id),
    findAfterwards(ctx, event.id),
  ])
  const attendance = attendanceOf(rows, ledger)
  const [followUp, comparison] = await Promise.all([
    readFollowUp(ctx, event, { rows, ledger }),
    compare(ctx, event, { rows, ledger }),
  ])
  return {
    attendance,
    cost: costOf(kept, attendance.came),
    followUp,
    comparison,
    ended: ctx.clock.now() >= event.endsAt,
    revision: kept?.revision ?? 0,
  }
}

function attendanceOf(rows: readonly GuestRow[], ledger: SeatLedger): AfterwardsView['attendance'] {
  const claims = new Map(claimsOf(ledger).map(claim => [claim.invitation, claim]))
  const invited = rows.filter(({ state }) => state === 'invited')
  const expected = new Set(invited.map(({ _id }) => _id))
  const cameOf = (some: readonly SeatClaim[]) =>
    some.reduce((sum, { arrived }) => sum + (arrived?.seats ?? 0), 0)
  const confirmed = [...claims.values()].filter(({ state }) => state === 'confirmed')
  return {
    invited: invited.length,
    seats: confirmed.reduce((sum, { seats }) => sum + seats, 0),
    came: cameOf([...claims.values()]),
    walkIns: cameOf([...claims.values()].filter(({ invitation }) => !expected.has(invitation))),
    missed: confirmed.reduce(
      (sum, { seats, arrived }) => sum + Math.max(0, seats - (arrived?.seats ?? 0)),
      0,
    ),
    declined: invited.filter(({ _id, answer }) => answer === 'decline' && !claims.has(_id)).length,
    silent: invited.filter(({ _id, answer }) => answer === 'none' && !claims.has(_id)).length,
  }
}

const CURRENCY = 'VND'

function costOf(kept: AfterwardsRow | null, came: number): AfterwardsView['cost'] {
  const items = (kept?.costs ?? []).map(({ what, amount }) => ({ what, amount }))
  const total = items.reduce((sum, { amount }) => sum + amount, 0)
  const perHead = came === 0 || items.length === 0 ? null : total / came
  return { items, currency: kept?.currency ?? CURRENCY, total, perHead }
}

/** Accounts before and after: the last closed wave before the event against the first closed one that began after it. */
async function compare(
  ctx: Context,
  event: GuestEvent,
  guests: { rows: readonly GuestRow[]; ledger: SeatLedger },
): Promise<Comparison> {
  const waves = await closedWavesOf(ctx, event.regionId)
  const before = waves.findLast(({ closesAt }) => closesAt <= event.startsAt) ?? null
  const after = waves.find(({ opensAt }) => opensAt >= event.endsAt) ?? null
  const named = { before: before && nameOf(before), after: after && nameOf(after) }
  if (!before) return { state: 'no_before', ...named }
  if (!after) return { state: 'no_after', ...named }
  const [first, second] = await Promise.all([heardWave(ctx, before), heardWave(ctx, after)])
  const factors = first && second ? await sameFactors(ctx, first, second) : []
  if (!first || !second || factors.length === 0) return { state: 'broken', ...named }
  const [heardBefore, heardAfter, groupOf, { minimumCell }] = await Promise.all([
    scoresByAccount(ctx, first, event.regionId, factors),
    scoresByAccount(ctx, second, event.regionId, factors),
    groupsOf(ctx, guests),
    readOrganisation(ctx),
  ])
  const accounts = [...heardBefore].map(
    ([accountId, scores]): AccountScores => ({
      group: groupOf.get(accountId) ?? 'not_invited',
      before: scores,
      after: heardAfter.get(accountId) ?? [],
    }),
  )
  const confidence = SCOREBOARD_CONFIDENCE
  return {
    state: 'ready',
    before: nameOf(before),
    after: nameOf(after),
    confidence,
    minimumCell,
    ...compareBeforeAfter({ accounts, minimum: minimumCell, confidence }),
  }
}

const nameOf = ({ _id: id, quarter }: WaveRow) => ({ id, quarter: { ...quarter } })

/** Factors that both waves asked for in the same words (law 1). */
async function sameFactors(ctx: Context, first: HeardWave, second: HeardWave): Promise<string[]> {
  const [before, after] = await Promise.all(
    [first, second].map(({ row }) => publishedVersion(ctx, row.surveyId, row.version)),
  )
  if (!before || !after) return []
  const lines = await linesBetween(ctx, before, after)
  return second.model.factors
    .map(({ key }) => key)
    .filter(key => isComparable(before.definition, after.definition, key, lines))
}

async function scoresByAccount(
  ctx: Context,
  wave: HeardWave,
  regionId: string,
  factors: readonly string[],
): Promise<Map<string, number[]>> {
  const scores = new Map<string, number[]>()
  for (const { accountId, factors: given } of await verdictsOf(ctx, wave, regionId)) {
    const score = scoreOf(Object.fromEntries(Object.entries(given).filter(([key]) => factors.includes(key))))
    if (score !== null) scores.set(accountId, [...(scores.get(accountId) ?? []), score])
  }
  return scores
}

/** How each account that came or was invited stood to an event, for what relates sources to each other. */
export async function accountsAtEvent(ctx: Context, id: string): Promise<Map<string, EventGroup>> {
  const [rows, ledger] = await Promise.all([findGuests(ctx, id), readSeats(ctx, id)])
  return groupsOf(ctx, { rows, ledger })
}

/** What somebody of the account did counts for the account: coming before having been invited. */
async function groupsOf(
  ctx: Context,
  { rows, ledger }: { rows: readonly GuestRow[]; ledger: SeatLedger },
): Promise<Map<string, EventGroup>> {
  const arrived = new Set(claimsOf(ledger).flatMap(claim => (claim.arrived ? [claim.invitation] : [])))
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  const groups = new Map<string, EventGroup>()
  for (const { _id, contactId, state } of rows) {
    const accountId = contacts.get(contactId)?.accountId
    if (accountId === undefined) continue
    if (arrived.has(_id)) groups.set(accountId, 'came')
    else if (state === 'invited' && !groups.has(accountId)) groups.set(accountId, 'invited')
  }
  return groups
}
