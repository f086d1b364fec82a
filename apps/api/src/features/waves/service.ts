import type { StaffMember } from '@sixfold/contract/staff'
import type { Audience, Wave } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { formatQuarter } from '@sixfold/domain/quarter'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { min } from 'date-fns'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../jobs/worker.ts'
import { record } from '../audit/service.ts'
import { previewTouches } from '../contact-ledger/service.ts'
import type { KnownContact } from '../customers/service.ts'
import { findContacts, findContactsOfRegions } from '../customers/service.ts'
import type { InvitingWave } from '../invitations/service.ts'
import {
  closeInvitations,
  countInvitations,
  inviteDue,
  planInvitations,
  readInvitations,
} from '../invitations/service.ts'
import { listRegions } from '../organisation/service.ts'
import { publishedVersion, surveyDraft } from '../surveys/service.ts'
import type { WaveRow } from './store.ts'
import {
  findFramePart,
  findOpenWaves,
  findWave,
  findWaves,
  insertFramePart,
  insertWave,
  markClosed,
  storeFrame,
  storePartsPlanned,
} from './store.ts'
import { waveWords } from './words.ts'

const FRAME_PART = 1000

export async function listWaves(ctx: Context, actor: StaffMember): Promise<Wave[]> {
  if (!can(actor, 'wave.read')) throw new AppError('not_found')
  const visible = (await findWaves(ctx)).filter(wave => scopeOf(actor, wave).length > 0)
  return describe(ctx, visible, wave => scopeOf(actor, wave))
}

export async function readWave(ctx: Context, actor: StaffMember, id: string): Promise<Wave> {
  const row = await visibleWave(ctx, actor, id)
  return describeOne(ctx, row, scopeOf(actor, row))
}

/** Whether somebody may follow a wave as it changes. */
export async function mayReadWave(ctx: Context, actor: StaffMember, id: string): Promise<boolean> {
  const row = await findWave(ctx, id)
  return row !== null && can(actor, 'wave.read') && scopeOf(actor, row).length > 0
}

export interface Launch {
  surveyId: string
  version: number
  regionIds: string[]
  closesAt: string
}

/** Who would be asked if the wave were launched now, who not, and why. Decides and writes nothing. */
export async function previewAudience(
  ctx: Context,
  actor: StaffMember,
  input: Launch,
  language: UiLanguage,
): Promise<Audience> {
  const { closesAt } = await checkLaunch(ctx, actor, input, language)
  const contacts = new Map<string, KnownContact>()
  for (let after: string | null = null; ; ) {
    const part: KnownContact[] = await findContactsOfRegions(ctx, input.regionIds, { after, limit: 2000 })
    for (const contact of part) contacts.set(contact.id, contact)
    after = part.at(-1)?.id ?? null
    if (after === null) break
  }
  const requests = [...contacts.keys()].map(contactId => ({
    touchId: contactId,
    contactId,
    kind: 'invitation' as const,
    purpose: 'relationship_survey' as const,
    subject: 'preview',
  }))
  const decisions = [...(await previewTouches(ctx, requests, contacts)).values()]
  const later: Date[] = []
  const refused = new Map<string, number>()
  for (const decision of decisions) {
    if (decision.decision === 'allow') continue
    if (decision.earliest && decision.earliest < closesAt) later.push(decision.earliest)
    else refused.set(decision.reason, (refused.get(decision.reason) ?? 0) + 1)
  }
  const allowedNow = decisions.filter(({ decision }) => decision === 'allow').length
  const firstLater = later.sort((a, b) => a.getTime() - b.getTime())[0]
  return {
    framed: decisions.length,
    allowedNow,
    allowedLater: later.length,
    firstLater: firstLater?.toISOString() ?? null,
    refused: [...refused].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
  }
}

/** Freezes who is asked, and starts to ask. One wave of a survey can be open in a region: a second launch is refused. */
export async function launchWave(
  ctx: Context,
  actor: StaffMember,
  input: Launch,
  language: UiLanguage,
): Promise<Wave> {
  const { survey, definition, closesAt } = await checkLaunch(ctx, actor, input, language)
  const wave = await insertWave(ctx, {
    name: `${textIn(definition.title, definition.defaultLanguage, 'en')} · ${formatQuarter(survey.quarter)}`,
    surveyId: input.surveyId,
    version: input.version,
    quarter: survey.quarter,
    regionIds: [...new Set(input.regionIds)],
    launchedAt: ctx.clock.now(),
    launchedBy: actor.id,
    closesAt,
  })
  if (!wave) throw new AppError('already_exists')
  await keepInviting(ctx, wave._id)
  await freezeFrame(ctx, wave)
  await record(ctx, actor, 'wave.launched', `wave:${wave._id}`, wave.name)
  return readWave(ctx, actor, wave._id)
}

/** Ends a wave: links take no more answers, nobody else is invited. */
export async function closeWave(ctx: Context, actor: StaffMember, id: string): Promise<Wave> {
  const row = await visibleWave(ctx, actor, id)
  if (!row.regionIds.every(regionId => can(actor, 'wave.launch', { regionId })))
    throw new AppError('not_found')
  const closed = await markClosed(ctx, id, min([ctx.clock.now(), row.closesAt]))
  if (!closed) throw new AppError('wrong_state')
  forget(ctx, id)
  await closeInvitations(ctx, id, closed.closesAt)
  await record(ctx, actor, 'wave.closed', `wave:${id}`, closed.name)
  return describeOne(ctx, closed, scopeOf(actor, closed))
}

export interface InvitationPage {
  id: string
  state?: Parameters<typeof readInvitations>[1]['state']
  cursor?: string | undefined
  limit?: number | undefined
}

/** The contacts of the frame in the regions that the caller may see, and what became of each. */
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

/** What answers to a wave depend on. */
export interface WaveForAnswers {
  id: string
  surveyId: string
  version: number
  state: WaveRow['state']
  closesAt: Date
  quarter: WaveRow['quarter']
}

const remembered = new WeakMap<Context['db'], Map<string, { until: number; wave: WaveRow }>>()
const REMEMBERED_MS = 1000

/** Read for every answer, so it is remembered for a second; the end of the wave is told exactly in any case. */
export async function readWaveForAnswers(ctx: Context, waveId: string): Promise<WaveForAnswers | null> {
  const memory = remembered.get(ctx.db) ?? new Map()
  remembered.set(ctx.db, memory)
  let found = memory.get(waveId)
  if (!found || found.until < performance.now()) {
    const wave = await findWave(ctx, waveId)
    if (!wave) return null
    found = { until: performance.now() + REMEMBERED_MS, wave }
    memory.set(waveId, found)
  }
  const { _id: id, surveyId, version, closesAt, quarter } = found.wave
  return { id, surveyId, version, closesAt, quarter, state: stateOf(ctx, found.wave) }
}

/** A wave with its counts for other features, which decide who may see it; `regionIds` limits the counts. */
export async function waveSummary(
  ctx: Context,
  id: string,
  regionIds?: readonly string[],
): Promise<Wave | null> {
  const row = await findWave(ctx, id)
  return row && describeOne(ctx, row, regionIds ?? row.regionIds)
}

/** All waves for other features, the latest first. */
export async function waveSummaries(ctx: Context): Promise<Wave[]> {
  return describe(ctx, await findWaves(ctx), wave => wave.regionIds)
}

/** Starts, or after a crash restarts, the job that invites. */
export async function keepInviting(ctx: Context, waveId: string): Promise<void> {
  await enqueue(ctx, { kind: 'wave.invite', key: `wave:${waveId}`, payload: { waveId } })
}

export async function resumeInviting(ctx: Context): Promise<void> {
  for (const { _id } of await findOpenWaves(ctx)) await keepInviting(ctx, _id)
}

/**
 * The next step of a wave: freeze the frame, plan the invitations, send those that are due, and in the end close it.
 * Every step may be repeated. Says when to come again; null: the wave is over.
 */
export async function advanceWave(ctx: Context, waveId: string): Promise<Date | null> {
  const row = await findWave(ctx, waveId)
  if (!row) return null
  if (stateOf(ctx, row) === 'closed') {
    await markClosed(ctx, waveId, row.closesAt)
    forget(ctx, waveId)
    await closeInvitations(ctx, waveId, row.closesAt)
    return null
  }
  await freezeFrame(ctx, row)
  const wave = await invitingWave(ctx, row)
  await planFrame(ctx, row, wave)
  const next = await inviteDue(ctx, wave)
  return next && next < row.closesAt ? next : row.closesAt
}

/** Stores who is asked, in parts. Two that freeze at once write the same frame. */
async function freezeFrame(ctx: Context, wave: WaveRow): Promise<void> {
  if (wave.state !== 'scheduled') return
  const framed: Record<string, number> = {}
  for (let part = 0, after: string | null = null; ; part += 1) {
    if (!(await findFramePart(ctx, wave._id, part))) {
      const place: { after: string | null; limit: number; createdUntil: Date } = {
        after,
        limit: FRAME_PART,
        createdUntil: wave.launchedAt,
      }
      const contacts = await findContactsOfRegions(ctx, wave.regionIds, place)
      if (contacts.length === 0) break
      await insertFramePart(ctx, wave._id, part, {
        contactIds: contacts.map(({ id }) => id),
        framed: countRegions(contacts),
      })
    }
    const frozen = await findFramePart(ctx, wave._id, part)
    for (const [regionId, n] of Object.entries(frozen?.framed ?? {}))
      framed[regionId] = (framed[regionId] ?? 0) + n
    after = frozen?.contactIds.at(-1) ?? null
    if (after === null) break
  }
  await storeFrame(ctx, wave._id, framed)
}

/** Gives each contact of the frame a planned invitation. */
async function planFrame(ctx: Context, row: WaveRow, wave: InvitingWave): Promise<void> {
  for (let part = row.partsPlanned; ; part += 1) {
    const frozen = await findFramePart(ctx, row._id, part)
    if (!frozen) return
    const contacts = await findContacts(ctx, frozen.contactIds)
    await planInvitations(ctx, wave, [...contacts.values()])
    await storePartsPlanned(ctx, row._id, part + 1)
  }
}

async function invitingWave(ctx: Context, row: WaveRow): Promise<InvitingWave> {
  const version = await publishedVersion(ctx, row.surveyId, row.version)
  if (!version) throw new Error(`version ${row.version} of the survey ${row.surveyId} is gone`)
  const { definition } = version
  return {
    id: row._id,
    name: row.name,
    closesAt: row.closesAt,
    languages: definition.languages,
    defaultLanguage: definition.defaultLanguage,
    minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
  }
}

async function checkLaunch(ctx: Context, actor: StaffMember, input: Launch, language: UiLanguage) {
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  const regionsAllowed = input.regionIds.every(
    regionId => known.has(regionId) && can(actor, 'wave.launch', { regionId }),
  )
  if (!can(actor, 'wave.launch') || !regionsAllowed) throw new AppError('not_found')
  const [survey, version] = await Promise.all([
    surveyDraft(ctx, input.surveyId),
    publishedVersion(ctx, input.surveyId, input.version),
  ])
  if (!survey || !version) throw new AppError('not_found')
  const closesAt = new Date(input.closesAt)
  if (closesAt <= ctx.clock.now())
    throw new AppError('invalid_input', {
      fields: [{ path: 'closesAt', message: waveWords(language)('closes_in_the_past') }],
    })
  return { survey, definition: version.definition, closesAt }
}

async function visibleWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveRow> {
  const row = await findWave(ctx, id)
  if (!row || !can(actor, 'wave.read') || scopeOf(actor, row).length === 0) throw new AppError('not_found')
  return row
}

/** The regions of a wave that somebody may see. */
function scopeOf({ regions }: StaffMember, wave: WaveRow): readonly string[] {
  return regions === 'all' ? wave.regionIds : wave.regionIds.filter(id => regions.includes(id))
}

async function describeOne(ctx: Context, row: WaveRow, scope: readonly string[]): Promise<Wave> {
  const [wave] = await describe(ctx, [row], () => scope)
  if (!wave) throw new AppError('not_found')
  return wave
}

/** Waves with the counts of the regions in their scope alone (law 4). */
async function describe(
  ctx: Context,
  rows: readonly WaveRow[],
  scope: (row: WaveRow) => readonly string[],
): Promise<Wave[]> {
  const counts = await countInvitations(
    ctx,
    rows.map(({ _id }) => _id),
  )
  return rows.map(row => {
    const regionIds = scope(row)
    const own = counts.filter(count => count.waveId === row._id && regionIds.includes(count.regionId))
    const sum = (states: readonly string[]) =>
      own.filter(({ state }) => states.includes(state)).reduce((total, { n }) => total + n, 0)
    return {
      id: row._id,
      name: row.name,
      surveyId: row.surveyId,
      version: row.version,
      quarter: { ...row.quarter },
      regionIds: [...regionIds],
      state: stateOf(ctx, row),
      framed: regionIds.reduce((total, id) => total + (row.framed[id] ?? 0), 0),
      invited: sum(['sent', 'opened', 'started', 'finished', 'opted_out']),
      refused: sum(['refused']),
      responded: sum(['finished']),
      launchedAt: row.launchedAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
    }
  })
}

function stateOf(ctx: Context, { state, closesAt }: WaveRow): WaveRow['state'] {
  return closesAt <= ctx.clock.now() ? 'closed' : state
}

function forget(ctx: Context, waveId: string): void {
  remembered.get(ctx.db)?.delete(waveId)
}

function countRegions(contacts: readonly KnownContact[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { regionId } of contacts) counts[regionId] = (counts[regionId] ?? 0) + 1
  return counts
}
