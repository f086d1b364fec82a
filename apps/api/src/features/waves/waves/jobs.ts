import { isRolling } from '@sixfold/domain/survey/kind'
import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { coverageOf } from '@sixfold/domain/waves/coverage'
import { mayStep } from '@sixfold/domain/waves/wave-state'
import { addMinutes } from 'date-fns/addMinutes'
import { max } from 'date-fns/max'
import { min } from 'date-fns/min'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { enqueue, RunLater } from '../../../jobs/worker.ts'
import { watchSilence } from '../../cases/silence-watch/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import { inviteDue } from '../../guests/inviting/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { InvitingWave } from '../invitations/service.ts'
import { announceWave, closeInvitations, extendInvitations, planInvitations } from '../invitations/service.ts'
import { remindDue, replanReminders } from '../reminders/service.ts'
import { freezeAndDraw, samplePart } from '../wave-frames/service.ts'
import type { WaveRow } from '../wave-records/service.ts'
import { frameOrderOf, stateOf, waveBook } from '../wave-records/service.ts'

const { findOpenWaves, findWave, markOpened, storeDrawn, storeLinksUntil, storePartsPlanned, takeStep } =
  waveBook

const ACCOUNTS_AT_ONCE = 1000
const LOOK_FOR_JOINERS_MINUTES = 30

const payloadSchema = z.object({ waveId: z.string(), revision: z.int().optional() })

export const waveJobs: JobHandlers = {
  // In steps, so that other jobs get their turn and a stop need not wait for ten thousand mails.
  'wave.invite': async (ctx, payload) => {
    const { waveId, revision } = payloadSchema.parse(payload)
    // A step of the wave started a job of its own: this one has nothing left to do.
    const row = await findWave(ctx, waveId)
    if (revision !== undefined && row?.revision !== revision && row?.state !== 'closed') return
    const next = await advanceWave(ctx, waveId)
    if (next) throw new RunLater(next)
  },
}

/** Starts, or after a crash restarts, the job that carries a wave on from its latest step. */
export async function keepInviting(ctx: Context, { _id, revision }: Pick<WaveRow, '_id' | 'revision'>) {
  await enqueue(ctx, {
    kind: 'wave.invite',
    key: `wave:${_id}:${revision}`,
    payload: { waveId: _id, revision },
  })
}

export async function resumeInviting(ctx: Context): Promise<void> {
  for (const wave of await findOpenWaves(ctx)) await keepInviting(ctx, wave)
}

/** Tells other systems that a wave is over; once, however often it is asked for. */
export function tellOfEnd(ctx: Context, { _id: waveId, kind, regionIds }: WaveRow): Promise<void> {
  const data = { waveId, kind }
  return emitEvent(ctx, { type: 'wave.closed', id: `wave.closed:${waveId}`, regionIds, data })
}

/**
 * The next step of a wave: freeze the frame and draw, open it at its time, plan the invitations, send those that are due, remind, and in
 * the end close it. Every step may be repeated. Says when to come again; null: the wave is over.
 */
export async function advanceWave(ctx: Context, waveId: string): Promise<Date | null> {
  const row = await findWave(ctx, waveId)
  if (!row || row.state === 'draft' || row.state === 'archived') return null
  if (stateOf(ctx, row) === 'closed') {
    await takeStep(ctx, waveId, 'close', { state: 'closed' })
    await closeInvitations(ctx, waveId, row.closesAt)
    await tellOfEnd(ctx, row)
    return null
  }
  if (row.linksUntil.getTime() !== row.closesAt.getTime()) await carryEnd(ctx, row)
  await drawSampleOf(ctx, row)
  if (row.state === 'paused') return row.closesAt
  if (row.opensAt > ctx.clock.now()) return min([row.opensAt, row.closesAt])
  if (row.state === 'scheduled' && (await markOpened(ctx, waveId))) announceWave(ctx, waveId)
  const wave = await invitingWave(ctx, waveId)
  if (!wave) return ctx.clock.now()
  const isJoined = isRolling(row.kind)
  if (!isJoined) await planSample(ctx, row, wave)
  const silence = await watchSilence(ctx, { ...wave, regionIds: row.regionIds })
  const next = [await inviteDue(ctx, wave), await remindDue(ctx, wave), silence, row.closesAt]
  // Whoever joins meanwhile is not kept waiting for long.
  if (isJoined) next.push(addMinutes(ctx.clock.now(), LOOK_FOR_JOINERS_MINUTES))
  return max([min(next.filter(at => at !== null)), ctx.clock.now()])
}

/** Lets every link last until the wave's end; a reminder that came too late may now come. */
export async function carryEnd(ctx: Context, { _id, closesAt, reminders }: WaveRow): Promise<void> {
  await extendInvitations(ctx, _id, closesAt)
  await replanReminders(ctx, { id: _id, closesAt, reminders })
  await storeLinksUntil(ctx, _id, closesAt)
}

/** Freezes who could be asked and draws who is. Two that do it at once write the same. */
export async function drawSampleOf(ctx: Context, wave: WaveRow): Promise<void> {
  if (wave.sample.drawn || wave.state === 'draft') return
  const { algorithm, strata, frame, sizes, chosen, chosenByRegion, accountIds, fingerprint } =
    await freezeAndDraw(ctx, frameOrderOf(ctx, wave))
  await storeDrawn(
    ctx,
    wave._id,
    { at: ctx.clock.now(), algorithm, strata, frame, size: chosen.length, sizes, fingerprint },
    { framed: chosenByRegion, base: await baseOf(ctx, accountIds) },
  )
}

async function baseOf(ctx: Context, accountIds: readonly string[]) {
  const accounts = []
  for (let start = 0; start < accountIds.length; start += ACCOUNTS_AT_ONCE)
    for (const { regionId, annualRevenue } of (
      await findAccounts(ctx, accountIds.slice(start, start + ACCOUNTS_AT_ONCE))
    ).values())
      accounts.push({ regionId, annualRevenue, asked: false, answered: false })
  return coverageOf(accounts)
}

/** Gives everybody who was drawn a planned invitation. */
async function planSample(ctx: Context, row: WaveRow, wave: InvitingWave): Promise<void> {
  for (let part = row.partsPlanned; ; part += 1) {
    const drawn = await samplePart(ctx, row._id, part)
    if (!drawn) return
    const contacts = await findContacts(ctx, drawn)
    await planInvitations(ctx, wave, [...contacts.values()])
    await storePartsPlanned(ctx, row._id, part + 1)
  }
}

/** What inviting needs of a wave that runs; null: somebody paused or closed it meanwhile. */
async function invitingWave(ctx: Context, id: string): Promise<InvitingWave | null> {
  const row = await findWave(ctx, id)
  if (!row || !mayStep(row.state, 'pause')) return null
  const version = await publishedVersion(ctx, row.surveyId, row.version)
  if (!version) throw new Error(`version ${row.version} of the survey ${row.surveyId} is gone`)
  const { definition } = version
  return {
    id,
    kind: row.kind,
    name: row.name,
    ...(row.event ? { event: { roundtableId: row.event.roundtableId, title: row.event.title } } : {}),
    opensAt: row.opensAt,
    reminders: row.reminders,
    sending: row.sending,
    people: row.sample.drawn?.size ?? 0,
    closesAt: row.closesAt,
    languages: definition.languages,
    defaultLanguage: definition.defaultLanguage,
    minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
  }
}
