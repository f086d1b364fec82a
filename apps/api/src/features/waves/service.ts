import type { StaffMember } from '@sixfold/contract/staff'
import type { Audience, Wave } from '@sixfold/contract/waves'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import type { SurveyKind } from '@sixfold/domain/survey/kind'
import { purposeOfSurvey } from '@sixfold/domain/survey/kind'
import { min } from 'date-fns/min'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { previewTouches } from '../contact-ledger/service.ts'
import type { KnownContact } from '../contacts/service.ts'
import { findContactsOfRegions } from '../contacts/service.ts'
import type { InvitationCount } from '../invitations/service.ts'
import { closeInvitations, countInvitations, readInvitations } from '../invitations/service.ts'
import { listRegions } from '../organisation/service.ts'
import { publishedVersion, surveyDraft } from '../surveys/service.ts'
import { freezeFrame, keepInviting, stateOf } from './jobs.ts'
import type { WaveRow } from './store.ts'
import { findWave, findWaves, insertWave, markClosed } from './store.ts'
import { waveWords } from './words.ts'

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
  const { survey, closesAt } = await checkLaunch(ctx, actor, input, language)
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
    purpose: purposeOfSurvey(survey.kind),
    subject: 'preview',
  }))
  const decisions = await previewTouches(ctx, requests, contacts)
  const later: Date[] = []
  const refused = new Map<string, number>()
  let allowedNow = 0
  let executives = 0
  for (const [contactId, decision] of decisions) {
    if (decision.decision === 'allow') allowedNow += 1
    else if (decision.earliest && decision.earliest < closesAt) later.push(decision.earliest)
    else {
      refused.set(decision.reason, (refused.get(decision.reason) ?? 0) + 1)
      continue
    }
    if (contacts.get(contactId)?.executive) executives += 1
  }
  const firstLater = later.sort((a, b) => a.getTime() - b.getTime())[0]
  return {
    framed: decisions.size,
    allowedNow,
    allowedLater: later.length,
    firstLater: firstLater?.toISOString() ?? null,
    executives,
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
    programmeId: null,
    kind: survey.kind,
    reminders: { afterDays: [] },
    sending: { perHour: null },
    opensAt: ctx.clock.now(),
    name: textIn(definition.title, definition.defaultLanguage, 'en'),
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
  kind: SurveyKind
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
  const { _id: id, kind, surveyId, version, closesAt, quarter } = found.wave
  return { id, kind, surveyId, version, closesAt, quarter, state: stateOf(ctx, found.wave) }
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

/** The ids of all waves, the latest first: without counting anything. */
export async function listWaveIds(ctx: Context): Promise<string[]> {
  return (await findWaves(ctx)).map(({ _id }) => _id)
}

/** All waves for other features, the latest first. */
export async function waveSummaries(ctx: Context): Promise<Wave[]> {
  return describe(ctx, await findWaves(ctx), wave => wave.regionIds)
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
  const counts = await countsOf(ctx, rows)
  return rows.map(row => {
    const regionIds = scope(row)
    const own = counts.filter(count => count.waveId === row._id && regionIds.includes(count.regionId))
    const sum = (states: readonly string[]) =>
      own.filter(({ state }) => states.includes(state)).reduce((total, { n }) => total + n, 0)
    return {
      id: row._id,
      name: row.name,
      kind: row.kind,
      programmeId: row.programmeId,
      surveyId: row.surveyId,
      version: row.version,
      quarter: { ...row.quarter },
      regionIds: [...regionIds],
      state: stateOf(ctx, row),
      framed: regionIds.reduce((total, id) => total + (row.framed[id] ?? 0), 0),
      invited: sum(['sent', 'opened', 'started', 'finished', 'opted_out', 'bounced']),
      refused: sum(['refused']),
      responded: sum(['finished']),
      launchedAt: row.launchedAt.toISOString(),
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
    }
  })
}

const counted = new WeakMap<Context['db'], Map<string, { until: number; counts: InvitationCount[] }>>()
/** Counting this many invitations is noticed; the counts of such a wave may be a second old. */
const MANY = 2000

async function countsOf(ctx: Context, rows: readonly WaveRow[]): Promise<InvitationCount[]> {
  const memory = counted.get(ctx.db) ?? new Map()
  counted.set(ctx.db, memory)
  const now = performance.now()
  const isFresh = ({ _id }: WaveRow) => (memory.get(_id)?.until ?? 0) > now
  const wanted = rows.filter(row => !isFresh(row)).map(({ _id }) => _id)
  const fresh = await countInvitations(ctx, wanted)
  for (const waveId of wanted) {
    const counts = fresh.filter(count => count.waveId === waveId)
    const total = counts.reduce((sum, { n }) => sum + n, 0)
    memory.set(waveId, { until: total > MANY ? performance.now() + REMEMBERED_MS : 0, counts })
  }
  return rows.flatMap(({ _id }) => memory.get(_id)?.counts ?? [])
}

function forget(ctx: Context, waveId: string): void {
  remembered.get(ctx.db)?.delete(waveId)
}
