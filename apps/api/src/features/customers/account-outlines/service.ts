import type { StaffMember } from '@sixfold/contract/staff'
import type { AccountOutline, NextTouch } from '@sixfold/contract/timelines'
import { can } from '@sixfold/domain/permissions'
import type { Quarter } from '@sixfold/domain/quarter'
import { addQuarters, quarterOf, quarterRange } from '@sixfold/domain/quarter'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { openCasesOfAccount } from '../../cases/cases/service.ts'
import { previewTouches } from '../../contact-policy/contact-ledger/service.ts'
import { findGuestsOf } from '../../guests/guests/service.ts'
import { findLedgers } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { openRequirementsOf } from '../../requirements/requirements/service.ts'
import { scoresOf } from '../../results/account-scores/service.ts'
import { nextEventOf } from '../../roundtables/event-records/service.ts'
import { accountFor } from '../accounts/service.ts'
import type { KnownContact } from '../contacts/service.ts'
import { findContactsOfAccounts } from '../contacts/service.ts'
import { speakersSince, timelineOf } from '../timelines/service.ts'

/** What somebody must know of an account at a glance; reading it leaves an audit entry. */
export async function readOutline(ctx: Context, actor: StaffMember, id: string): Promise<AccountOutline> {
  const account = await accountFor(ctx, actor, id)
  const [people, organisation, regions] = await Promise.all([
    findContactsOfAccounts(ctx, [account._id]),
    readOrganisation(ctx),
    listRegions(ctx),
  ])
  const contactIds = people.map(({ id: contactId }) => contactId)
  const zone = regions.find(({ _id }) => _id === account.regionId)?.zone ?? organisation.zone
  const calendar = { startMonth: organisation.fiscalStartMonth, yearNaming: 'start' } as const
  const now = ctx.clock.now()
  const quarter = quarterOf(wallTimeIn(now, organisation.zone).date, calendar)
  const quarters = [addQuarters(quarter, -1), quarter]
  const [since = quarter] = quarters
  const { minimumCell } = organisation
  const place = { accountId: account._id, regionId: account.regionId, contactIds }
  const date = quarterRange(since, calendar).from
  const [touches, speakers, open, scores] = await Promise.all([
    nextTouches(ctx, people),
    speakersSince(
      ctx,
      timelineOf(actor, account, people),
      resolveWallTime({ date, time: '00:00', zone: organisation.zone }).instant,
    ),
    openOf(ctx, actor, place),
    can(actor, 'scoreboard.read', account) ? scoresOf(ctx, place, { quarter, minimumCell }) : [],
  ])
  await record(ctx, actor, 'account.outline-read', `account:${account._id}`)
  const silent = people.filter(({ id: contactId }) => !speakers.has(contactId))
  return {
    now: now.toISOString(),
    zone,
    touches,
    heard: {
      quarters: quarters as Quarter[],
      heard: people.length - silent.length,
      of: people.length,
      silent: silent.map(({ id: contactId, name }) => ({ id: contactId, name })),
    },
    open,
    minimumCell,
    scores,
  }
}

/** When each of them may be asked about the relationship, those first who can be asked first. */
async function nextTouches(ctx: Context, people: readonly KnownContact[]): Promise<NextTouch[]> {
  const decisions = await previewTouches(
    ctx,
    people.map(({ id: contactId }) => ({
      touchId: `outlook:${contactId}`,
      contactId,
      kind: 'invitation',
      purpose: 'relationship_survey',
      subject: 'outlook:relationship_survey',
    })),
    new Map(people.map(person => [person.id, person])),
  )
  const touches = people.map(({ id, name }) => {
    const decision = decisions.get(`outlook:${id}`)
    if (decision?.decision === 'allow') return { id, name, at: null, now: true, reason: null }
    const at = decision?.earliest?.toISOString() ?? null
    return { id, name, at, now: false, reason: decision?.reason ?? null }
  })
  const rank = ({ now, at }: NextTouch) => (now ? '' : (at ?? '~'))
  return touches.sort((a, b) => rank(a).localeCompare(rank(b)) || a.name.localeCompare(b.name))
}

async function openOf(
  ctx: Context,
  actor: StaffMember,
  { accountId, regionId, contactIds }: { accountId: string; regionId: string; contactIds: readonly string[] },
): Promise<AccountOutline['open']> {
  const [cases, requirements, event] = await Promise.all([
    can(actor, 'case.read', { regionId }) ? openCasesOfAccount(ctx, accountId) : 0,
    can(actor, 'requirement.read', { regionId }) ? openRequirementsOf(ctx, [accountId]) : [],
    can(actor, 'roundtable.read', { regionId }) ? nextEventOf(ctx, regionId) : null,
  ])
  return {
    cases,
    requirements: requirements.length,
    event: event && (await seatsAt(ctx, event, contactIds)),
  }
}

async function seatsAt(
  ctx: Context,
  { id, title, startsAt, zone }: NonNullable<Awaited<ReturnType<typeof nextEventOf>>>,
  contactIds: readonly string[],
): Promise<AccountOutline['open']['event']> {
  const [guests, ledgers] = await Promise.all([findGuestsOf(ctx, contactIds), findLedgers(ctx, [id])])
  const own = new Set(guests.filter(({ roundtableId }) => roundtableId === id).map(({ _id }) => _id))
  const seats = claimsOf(ledgers.get(id))
    .filter(({ invitation, state }) => state === 'confirmed' && own.has(invitation))
    .reduce((sum, { seats: n }) => sum + n, 0)
  return seats === 0 ? null : { id, title, startsAt: startsAt.toISOString(), zone, seats }
}

const claimsOf = (ledger: SeatLedger | undefined) => [
  ...(ledger?.claims ?? []),
  ...(ledger?.remote?.claims ?? []),
]
