import type { StaffMember } from '@sixfold/contract/staff'
import type { Wave, WaveCoverage, WaveDetails, WaveReminders } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { againstAll } from '@sixfold/domain/waves/coverage'
import type { WaveStep } from '@sixfold/domain/waves/wave-state'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { countAudience } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import {
  announceWave,
  closeInvitations,
  findInvitationsById,
  readInvitations,
  withdrawInvitation,
} from '../invitations/service.ts'
import { readReminders } from '../reminders/service.ts'
import { heardBy } from '../wave-counts/service.ts'
import { drawAgain, storedSample } from '../wave-frames/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import {
  countedWave,
  describeWaves,
  detailsOf,
  forgetWave,
  frameOrderOf,
  ownWave,
  rememberedWave,
  scopeOf,
  stateOf,
  visibleWave,
  waveBook,
} from '../wave-records/service.ts'
import { carryEnd, drawSampleOf, keepInviting, tellOfEnd } from './jobs.ts'

export { advanceWave } from './jobs.ts'

export async function listWaves(ctx: Context, actor: StaffMember): Promise<Wave[]> {
  if (!can(actor, 'wave.read')) throw new AppError('not_found')
  const visible = (await waveBook.findWaves(ctx)).filter(wave => scopeOf(actor, wave).length > 0)
  return describeWaves(ctx, visible, wave => scopeOf(actor, wave))
}

export async function readWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  const row = await visibleWave(ctx, actor, id)
  return detailsOf(ctx, row, scopeOf(actor, row))
}

/** Whether somebody may follow a wave as it changes. */
export async function mayReadWave(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const row = await waveBook.findWave(ctx, id)
  return row !== null && can(actor, 'wave.read') && scopeOf(actor, row).length > 0
}

/** A step that touches so many people is waited for; one for more is left to the wave's job. */
const WAITED_FOR = 12_000

/**
 * Sets a wave going that was launched a moment ago: its job first, which takes over where this process dies, then the sample, so
 * that whoever launched it sees whom it asks. A large frame is left to the job: nobody waits for it.
 */
export async function carryOn(ctx: Context, wave: WaveRow): Promise<WaveRow> {
  await keepInviting(ctx, wave)
  const people = await countAudience(ctx, wave.regionIds, WAITED_FOR)
  if (people <= WAITED_FOR) {
    await drawSampleOf(ctx, wave)
    if (wave.opensAt <= ctx.clock.now()) await waveBook.markOpened(ctx, wave._id)
  }
  announceWave(ctx, wave._id)
  return (await waveBook.findWave(ctx, wave._id)) ?? wave
}

/** Nothing leaves from the next mail on; links still take answers. */
export async function pauseWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  return step(ctx, actor, id, 'pause', { state: 'paused' })
}

export async function resumeWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  return step(ctx, actor, id, 'resume', { state: 'running' })
}

/** Moves the end of a wave, and with it that of every link. */
export async function extendWave(
  ctx: Context,
  actor: StaffMember,
  { id, closesAt: wanted }: { id: string; closesAt: string },
): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  const closesAt = new Date(wanted)
  if (closesAt <= row.closesAt || stateOf(ctx, row) === 'closed') throw new AppError('wrong_state')
  const extended = await waveBook.takeStep(ctx, id, 'extend', { closesAt })
  if (!extended) throw new AppError('wrong_state')
  forgetWave(ctx, id)
  await keepInviting(ctx, extended)
  if ((extended.sample.drawn?.size ?? 0) <= WAITED_FOR) await carryEnd(ctx, extended)
  await record(ctx, actor, 'wave.extended', `wave:${id}`, `until ${closesAt.toISOString()}`)
  return detailsOf(ctx, extended, scopeOf(actor, extended))
}

/** Ends a wave: links take no more answers, nobody else is invited. */
export async function closeWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  const closed = await waveBook.takeStep(ctx, id, 'close', {
    state: 'closed',
    closesAt: min([ctx.clock.now(), row.closesAt]),
  })
  if (!closed) throw new AppError('wrong_state')
  forgetWave(ctx, id)
  await closeInvitations(ctx, id, closed.closesAt)
  await record(ctx, actor, 'wave.closed', `wave:${id}`, closed.name)
  await tellOfEnd(ctx, closed)
  return detailsOf(ctx, closed, scopeOf(actor, closed))
}

/** Puts a closed wave out of the way; its results stay. */
export async function archiveWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  // A wave that ended by itself a moment ago may not have been noted as closed yet.
  if (row.state !== 'closed' && stateOf(ctx, row) === 'closed')
    await waveBook.takeStep(ctx, id, 'close', { state: 'closed' })
  return step(ctx, actor, id, 'archive', { state: 'archived' })
}

async function step(
  ctx: Context,
  actor: StaffMember,
  id: string,
  what: Extract<WaveStep, 'pause' | 'resume' | 'archive'>,
  change: { state: WaveRow['state'] },
): Promise<WaveDetails> {
  const row = await ownWave(ctx, actor, id)
  if (what !== 'archive' && stateOf(ctx, row) === 'closed') throw new AppError('wrong_state')
  const taken = await waveBook.takeStep(ctx, id, what, change)
  if (!taken) throw new AppError('wrong_state')
  forgetWave(ctx, id)
  if (what !== 'archive') await keepInviting(ctx, taken)
  announceWave(ctx, id)
  await record(ctx, actor, audited[what], `wave:${id}`, taken.name)
  return detailsOf(ctx, taken, scopeOf(actor, taken))
}

const audited = { pause: 'wave.paused', resume: 'wave.resumed', archive: 'wave.archived' } as const

const MOST_NAMED = 100

/** Draws again from the frozen frame, and holds the outcome against what was stored when the wave was launched. */
export async function redrawWave(ctx: Context, actor: StaffMember, id: string) {
  const row = await ownWave(ctx, actor, id)
  const then = row.sample.drawn
  if (!then) throw new AppError('wrong_state')
  const [now, stored] = await Promise.all([drawAgain(ctx, frameOrderOf(ctx, row)), storedSample(ctx, id)])
  const [before, after] = [new Set(stored), new Set(now.chosen)]
  const identical =
    now.fingerprint === then.fingerprint &&
    stored.length === now.chosen.length &&
    stored.every((contactId, at) => contactId === now.chosen[at])
  await record(ctx, actor, 'wave.redrawn', `wave:${id}`, identical ? 'identical' : 'different')
  return {
    identical,
    frame: now.frame,
    size: now.chosen.length,
    fingerprint: now.fingerprint,
    onlyThen: stored.filter(contactId => !after.has(contactId)).slice(0, MOST_NAMED),
    onlyNow: now.chosen.filter(contactId => !before.has(contactId)).slice(0, MOST_NAMED),
  }
}

/** Accounts and revenue that were asked and that answered, in the regions that the caller may see. */
export async function readCoverage(ctx: Context, actor: StaffMember, id: string): Promise<WaveCoverage> {
  const row = await visibleWave(ctx, actor, id)
  const { heard, at } = await heardBy(ctx, countedWave(ctx, row))
  const scope = scopeOf(actor, row)
  const items = againstAll(row.base, heard).filter(({ regionId }) => scope.includes(regionId))
  return { items, countedAt: at.toISOString() }
}

export interface InvitationPage {
  id: string
  state?: Parameters<typeof readInvitations>[1]['state']
  cursor?: string | undefined
  limit?: number | undefined
}

/** The contacts of the sample in the regions that the caller may see, and what became of each. */
export async function listInvitations(ctx: Context, actor: StaffMember, page: InvitationPage) {
  const row = await visibleWave(ctx, actor, page.id)
  const answer = await readInvitations(ctx, {
    waveId: page.id,
    regionIds: actor.regions === 'all' ? null : actor.regions,
    state: page.state,
    after: page.cursor ?? null,
    limit: page.limit ?? 50,
  })
  await record(ctx, actor, 'invitations.read', `wave:${row._id}`, `${answer.items.length}`)
  return answer
}

/** Ends the link of one contact, as after it was passed on. What was answered already stays. */
export async function withdrawLink(
  ctx: Context,
  actor: StaffMember,
  { id, invitationId }: { id: string; invitationId: string },
): Promise<Record<string, never>> {
  const wave = await visibleWave(ctx, actor, id)
  const [invitation] = await findInvitationsById(ctx, [invitationId])
  if (invitation?.waveId !== wave._id || !can(actor, 'wave.launch', { regionId: invitation.regionId }))
    throw new AppError('not_found')
  if (!(await withdrawInvitation(ctx, invitationId))) throw new AppError('already_finished')
  await record(ctx, actor, 'invitation.withdrawn', `wave:${id}`, invitationId)
  return {}
}

/** What answers to a wave depend on. */
export interface WaveForAnswers {
  id: string
  kind: SurveyKind
  surveyId: string
  version: number
  state: WaveRow['state']
  closesAt: Date
  quarter: WaveRow['quarter']
}

/** The end of the wave is told exactly, everything else may be a second old. */
export async function readWaveForAnswers(ctx: Context, waveId: string): Promise<WaveForAnswers | null> {
  const wave = await rememberedWave(ctx, waveId)
  if (!wave) return null
  const { _id: id, kind, surveyId, version, closesAt, quarter } = wave
  const state = stateOf(ctx, wave)
  // Whoever answers need not know that a closed wave was put away.
  return { id, kind, surveyId, version, closesAt, quarter, state: state === 'archived' ? 'closed' : state }
}

/** Whether two waves asked people who take turns, so that nobody was asked by both. May be a second old. */
export async function askedApart(ctx: Context, one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([rememberedWave(ctx, one), rememberedWave(ctx, other)])
  return (
    a?.programmeId != null &&
    a.programmeId === b?.programmeId &&
    a.sample.panel !== null &&
    b.sample.panel !== null &&
    a.sample.panel !== b.sample.panel
  )
}

/** A wave with its counts for other features, which decide who may see it; `regionIds` limits the counts. */
export async function waveSummary(
  ctx: Context,
  id: string,
  regionIds?: readonly string[],
): Promise<Wave | null> {
  const row = await waveBook.findWave(ctx, id)
  if (!row) return null
  const [wave] = await describeWaves(ctx, [row], () => regionIds ?? row.regionIds)
  return wave ?? null
}

/** The ids of all waves that ask or asked, the latest first: without counting anything. */
export async function listWaveIds(ctx: Context): Promise<string[]> {
  return (await waveBook.findWaves(ctx)).filter(({ state }) => state !== 'draft').map(({ _id }) => _id)
}

/** All waves that ask or asked for other features, the latest first. */
export async function waveSummaries(ctx: Context): Promise<Wave[]> {
  const rows = (await waveBook.findWaves(ctx)).filter(({ state }) => state !== 'draft')
  return describeWaves(ctx, rows, wave => wave.regionIds)
}

/** The reminders of a wave's plan, for the regions that the caller may see: when, and to how many. */
export async function readWaveReminders(
  ctx: Context,
  actor: StaffMember,
  id: string,
): Promise<WaveReminders> {
  const row = await visibleWave(ctx, actor, id)
  const steps = await readReminders(ctx, { id, reminders: row.reminders }, scopeOf(actor, row))
  return { items: steps.map(({ nextAt, ...step }) => ({ ...step, nextAt: nextAt?.toISOString() ?? null })) }
}
