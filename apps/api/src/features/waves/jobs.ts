import { minutesToAnswer } from '@sixfold/domain/survey/length'
import { min } from 'date-fns/min'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { JobHandlers } from '../../jobs/worker.ts'
import { enqueue, RunLater } from '../../jobs/worker.ts'
import type { KnownContact } from '../contacts/service.ts'
import { findContacts, findContactsOfRegions } from '../contacts/service.ts'
import type { InvitingWave } from '../invitations/service.ts'
import { closeInvitations, planInvitations } from '../invitations/service.ts'
import { inviteDue } from '../inviting/service.ts'
import { remindDue } from '../reminders/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import type { WaveRow } from './store.ts'
import {
  findFramePart,
  findOpenWaves,
  findWave,
  insertFramePart,
  markClosed,
  storeFrame,
  storePartsPlanned,
} from './store.ts'

const FRAME_PART = 1000

const payloadSchema = z.object({ waveId: z.string() })

export const waveJobs: JobHandlers = {
  // In steps, so that other jobs get their turn and a stop need not wait for ten thousand mails.
  'wave.invite': async (ctx, payload) => {
    const next = await advanceWave(ctx, payloadSchema.parse(payload).waveId)
    if (next) throw new RunLater(next)
  },
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
    await closeInvitations(ctx, waveId, row.closesAt)
    return null
  }
  await freezeFrame(ctx, row)
  const wave = await invitingWave(ctx, row)
  await planFrame(ctx, row, wave)
  const next = [await inviteDue(ctx, wave), await remindDue(ctx, wave)]
  return min([row.closesAt, ...next.flatMap(at => at ?? [])])
}

/** Stores who is asked, in parts. Two that freeze at once write the same frame. */
export async function freezeFrame(ctx: Context, wave: WaveRow): Promise<void> {
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
    kind: row.kind,
    name: row.name,
    opensAt: row.opensAt,
    reminders: row.reminders,
    sending: row.sending,
    people: Object.values(row.framed).reduce((sum, n) => sum + n, 0),
    closesAt: row.closesAt,
    languages: definition.languages,
    defaultLanguage: definition.defaultLanguage,
    minutes: Math.max(1, Math.ceil(minutesToAnswer(definition))),
  }
}

/** A wave is over at its end, whether or not anybody has noted it yet. */
export function stateOf(ctx: Context, { state, closesAt }: WaveRow): WaveRow['state'] {
  return closesAt <= ctx.clock.now() ? 'closed' : state
}

function countRegions(contacts: readonly KnownContact[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { regionId } of contacts) counts[regionId] = (counts[regionId] ?? 0) + 1
  return counts
}
