import type { FollowUp } from '@sixfold/contract/afterwards'
import { textIn } from '@sixfold/domain/local-text'
import { quarterOf } from '@sixfold/domain/quarter'
import { morningAfter } from '@sixfold/domain/roundtables/agenda'
import { census } from '@sixfold/domain/sampling/sample-design'
import type { SeatClaim, SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { addDays } from 'date-fns/addDays'
import type { Context } from '../../../context.ts'
import { isDuplicateKey, newId } from '../../../db/collection.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import type { GuestEvent, GuestRow } from '../../guests/guests/service.ts'
import { findGuests } from '../../guests/guests/service.ts'
import { readSeats } from '../../guests/seats/service.ts'
import { record } from '../../house/audit/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { publishedVersion, surveyDraft } from '../../surveys/surveys/service.ts'
import { countInvitations, findInvitationsTo, planInvitations } from '../../waves/invitations/service.ts'
import type { ProgrammeRow } from '../../waves/programmes/service.ts'
import { postEventProgramme } from '../../waves/programmes/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { stateOf, waveBook } from '../../waves/wave-records/service.ts'
import { advanceWave, carryOn } from '../../waves/waves/service.ts'
import { findAfterwards } from '../afterwards-records/service.ts'

/** Has those who came asked on the morning after. An event that moves meanwhile is left to the job of its new day. */
export async function planFollowUp(ctx: Context, { id, endsAt, zone }: GuestEvent): Promise<void> {
  const runAt = morningAfter(endsAt, zone)
  const key = `follow-up:${id}:${runAt.getTime()}`
  await enqueue(ctx, { kind: 'followUps.ask', key, payload: { roundtableId: id }, runAt })
}

/**
 * Asks those who came how it was, in a wave of the event's own: its frame is who came, its letters pass the contact policy like any
 * other. Before the morning after, of a cancelled event, or where staff said no, it does nothing; who was asked is not asked again.
 */
export async function askThoseWhoCame(ctx: Context, event: GuestEvent): Promise<void> {
  if (event.cancelled || ctx.clock.now() < morningAfter(event.endsAt, event.zone)) return
  if ((await findAfterwards(ctx, event.id))?.ask === false) return
  const came = await whoCame(ctx, event)
  if (came.length === 0) return
  const wave = (await waveBook.findWave(ctx, waveIdOf(event))) ?? (await draftFor(ctx, event, came))
  if (!wave) return
  if (wave.state === 'draft') await launch(ctx, wave)
  else await addLate(ctx, wave, came)
}

/** How the follow-up of an event stands. */
export async function readFollowUp(
  ctx: Context,
  event: GuestEvent,
  { rows, ledger }: { rows: readonly GuestRow[]; ledger: SeatLedger },
): Promise<FollowUp> {
  const [programme, wave, kept] = await Promise.all([
    postEventProgramme(ctx, event.regionId),
    waveBook.findWave(ctx, waveIdOf(event)),
    findAfterwards(ctx, event.id),
  ])
  const came = cameOf(rows, ledger)
  const at = morningAfter(event.endsAt, event.zone)
  const state = (): FollowUp['state'] => {
    if (wave && wave.state !== 'draft') return 'asked'
    if (event.cancelled) return 'cancelled'
    if (kept?.ask === false) return 'off'
    if (!programme) return 'no_programme'
    return ctx.clock.now() >= at && came.length === 0 ? 'nobody' : 'waiting'
  }
  const counts = wave ? await countInvitations(ctx, [wave._id]) : []
  const sum = (...states: string[]) =>
    counts.reduce((total, { state: one, n }) => (states.includes(one) ? total + n : total), 0)
  const invited = wave ? await findInvitationsTo(ctx, wave._id, came) : []
  return {
    state: state(),
    at: at.toISOString(),
    programmeName: programme?.name ?? '',
    waveId: wave && wave.state !== 'draft' ? wave._id : null,
    planned: sum('planned'),
    sent: sum('sent', 'opened', 'started', 'finished', 'opted_out', 'bounced'),
    finished: sum('finished'),
    refused: sum('refused'),
    unasked: came.length - invited.length,
  }
}

/** Every claim of both sides. */
export function claimsOf(ledger: SeatLedger): SeatClaim[] {
  return [...ledger.claims, ...(ledger.remote?.claims ?? [])]
}

const waveIdOf = ({ id }: Pick<GuestEvent, 'id'>) => `after-${id}`

async function whoCame(ctx: Context, event: GuestEvent): Promise<string[]> {
  const [rows, ledger] = await Promise.all([findGuests(ctx, event.id), readSeats(ctx, event.id)])
  return cameOf(rows, ledger)
}

function cameOf(rows: readonly GuestRow[], ledger: SeatLedger): string[] {
  const arrived = new Set(
    claimsOf(ledger).flatMap(({ invitation, arrived: there }) =>
      there && there.seats > 0 ? [invitation] : [],
    ),
  )
  return rows.filter(({ _id }) => arrived.has(_id)).map(({ contactId }) => contactId)
}

/** The event's own wave as a draft; null: no programme asks after events here, or its survey was never published. */
async function draftFor(ctx: Context, event: GuestEvent, contactIds: string[]): Promise<WaveRow | null> {
  const programme = await postEventProgramme(ctx, event.regionId)
  const survey = programme && (await surveyDraft(ctx, programme.surveyId))
  if (!programme || !survey?.latestVersion) return null
  try {
    return await waveBook.insertWave(
      ctx,
      await waveFor(ctx, event, programme, survey.latestVersion, contactIds),
    )
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return waveBook.findWave(ctx, waveIdOf(event))
  }
}

async function waveFor(
  ctx: Context,
  event: GuestEvent,
  programme: ProgrammeRow,
  version: number,
  contactIds: string[],
) {
  const now = ctx.clock.now()
  const { zone, fiscalStartMonth } = await readOrganisation(ctx)
  return {
    _id: waveIdOf(event),
    name: textIn(event.title, 'en', 'vi'),
    programmeId: programme._id,
    kind: programme.kind,
    surveyId: programme.surveyId,
    version,
    quarter: quarterOf(wallTimeIn(now, zone).date, {
      startMonth: fiscalStartMonth,
      yearNaming: 'start',
    }),
    regionIds: [event.regionId],
    event: { roundtableId: event.id, title: { ...event.title }, contactIds },
    audience: programme.audience,
    sample: { design: census, deviations: null, panel: null, seed: newId(), drawn: null },
    reminders: programme.reminders,
    sending: programme.sending,
    opensAt: now,
    closesAt: addDays(now, programme.days),
    launchedAt: now,
    launchedBy: 'system',
  }
}

async function launch(ctx: Context, draft: WaveRow): Promise<void> {
  const now = ctx.clock.now()
  const launchedBy = draft.launchedBy
  const wave = await waveBook.markScheduled(ctx, draft, { launchedAt: now, launchedBy, opensAt: now })
  // Another process launched it in this moment.
  if (!wave) return
  await record(ctx, null, 'wave.launched', `wave:${wave._id}`, wave.name)
  await carryOn(ctx, wave)
}

/** Invites those whose arrival was noted only after the wave had begun. */
async function addLate(ctx: Context, wave: WaveRow, came: readonly string[]): Promise<void> {
  if (stateOf(ctx, wave) === 'closed' || wave.state === 'archived') return
  const known = new Set((await findInvitationsTo(ctx, wave._id, came)).map(({ contactId }) => contactId))
  const late = [...(await findContacts(ctx, came)).values()].filter(
    ({ id, erased }) => !erased && !known.has(id),
  )
  const version = late.length > 0 && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version) return
  const { languages, defaultLanguage } = version.definition
  await planInvitations(ctx, { id: wave._id, closesAt: wave.closesAt, languages, defaultLanguage }, late)
  await advanceWave(ctx, wave._id)
}
