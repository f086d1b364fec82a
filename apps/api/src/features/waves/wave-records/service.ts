import type { StaffMember } from '@sixfold/contract/staff'
import type { Wave, WaveDetails } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { mayStep } from '@sixfold/domain/waves/wave-state'
import type { Context } from '../../../context.ts'
import { remember } from '../../../db/remember.ts'
import { AppError } from '../../../errors.ts'
import type { CountedWave } from '../wave-counts/service.ts'
import { countsOf } from '../wave-counts/service.ts'
import type { FrameOrder } from '../wave-frames/service.ts'
import type { WaveRow } from './store.ts'
import {
  deleteDraft,
  findOpenWaves,
  findWave,
  findWaves,
  findWavesById,
  findWavesOfProgramme,
  insertWave,
  isOpenIn,
  markOpened,
  markScheduled,
  replaceDraft,
  storeDrawn,
  storeLinksUntil,
  storePartsPlanned,
  takeStep,
} from './store.ts'

export type { WaveRow } from './store.ts'
export { DuplicateWave } from './store.ts'

/** What carries a wave on needs of the stored waves. */
export const waveBook = {
  deleteDraft,
  findOpenWaves,
  findWave,
  findWaves,
  findWavesById,
  findWavesOfProgramme,
  insertWave,
  isOpenIn,
  markOpened,
  markScheduled,
  replaceDraft,
  storeDrawn,
  storeLinksUntil,
  storePartsPlanned,
  takeStep,
}

/** A wave that the caller may see: `not_found` for one that asks only in regions of others. */
export async function visibleWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveRow> {
  const row = await findWave(ctx, id)
  if (!row || !can(actor, 'wave.read') || scopeOf(actor, row).length === 0) throw new AppError('not_found')
  return row
}

/** A wave that the caller may carry on: only who may launch in all of its regions. */
export async function ownWave(ctx: Context, actor: StaffMember, id: string): Promise<WaveRow> {
  const row = await visibleWave(ctx, actor, id)
  if (!row.regionIds.every(regionId => can(actor, 'wave.launch', { regionId })))
    throw new AppError('not_found')
  return row
}

/** The regions of a wave that somebody may see. */
export function scopeOf({ regions }: StaffMember, { regionIds }: Pick<WaveRow, 'regionIds'>): string[] {
  return regions === 'all' ? [...regionIds] : regionIds.filter(id => regions.includes(id))
}

/** A wave is over at its end, whether or not anybody has noted it yet. */
export function stateOf(
  ctx: Context,
  { state, closesAt }: Pick<WaveRow, 'state' | 'closesAt'>,
): WaveRow['state'] {
  return closesAt <= ctx.clock.now() && mayStep(state, 'close') ? 'closed' : state
}

/** What the frame of a wave is made from; of a draft with everybody who is there by now. */
export function frameOrderOf(ctx: Context, wave: WaveRow): FrameOrder {
  const { _id: waveId, programmeId, regionIds, audience, sample, launchedAt, state, event } = wave
  const { design, deviations, panel, seed } = sample
  const createdUntil = state === 'draft' ? ctx.clock.now() : launchedAt
  return {
    waveId,
    programmeId,
    regionIds,
    audience,
    design,
    deviations,
    panel,
    seed,
    createdUntil,
    ...(event ? { only: event.contactIds } : {}),
  }
}

/** Waves with the counts of the regions in their scope alone (law 4). */
export async function describeWaves(
  ctx: Context,
  rows: readonly WaveRow[],
  scope: (row: WaveRow) => readonly string[],
): Promise<Wave[]> {
  const counts = await countsOf(
    ctx,
    rows.map(row => countedWave(ctx, row)),
  )
  return rows.map(row => {
    const regionIds = scope(row)
    const own = (counts.get(row._id) ?? []).filter(({ regionId }) => regionIds.includes(regionId))
    const sum = (isOne: (state: (typeof own)[number]['state']) => boolean) =>
      own.filter(({ state }) => isOne(state)).reduce((total, { n }) => total + n, 0)
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
      invited: sum(state => state !== 'planned' && state !== 'refused'),
      refused: sum(state => state === 'refused'),
      responded: sum(state => state === 'finished'),
      launchedAt: row.launchedAt.toISOString(),
      opensAt: row.opensAt.toISOString(),
      closesAt: row.closesAt.toISOString(),
      revision: row.revision,
    }
  })
}

/** One wave with what it was planned with, for who may see these regions of it. */
export async function detailsOf(ctx: Context, row: WaveRow, scope: readonly string[]): Promise<WaveDetails> {
  const [wave] = await describeWaves(ctx, [row], () => scope)
  if (!wave) throw new AppError('not_found')
  const { design, panel, seed, drawn: drawnOfAll } = row.sample
  const drawn = scope.length === row.regionIds.length ? drawnOfAll : null
  const { kinds, segments, seniorities } = row.audience
  return {
    ...wave,
    audience: { kinds: [...kinds], segments: [...segments], seniorities: [...seniorities] },
    design: { ...design, quotas: { ...design.quotas } },
    panel,
    reminders: { ...row.reminders },
    sending: { perHour: row.sending.perHour },
    drawn: drawn && {
      at: drawn.at.toISOString(),
      seed,
      algorithm: drawn.algorithm,
      frame: drawn.frame,
      size: drawn.size,
      strata: drawn.strata.map(stratum => ({ ...stratum })),
      fingerprint: drawn.fingerprint,
    },
  }
}

export function countedWave(ctx: Context, row: WaveRow): CountedWave {
  const state = stateOf(ctx, row)
  return {
    id: row._id,
    people: row.sample.drawn?.size ?? 0,
    closedAt: state === 'closed' || state === 'archived' ? row.closesAt : null,
  }
}

/** Read for every answer, so it is remembered for a second. */
export const rememberedWave = remember({ forMs: 1000, most: 500, keyOf: (id: string) => id }, findWave)

/** Whether nothing may leave of a wave for now. */
export async function isPaused(ctx: Context, waveId: string): Promise<boolean> {
  return (await rememberedWave(ctx, waveId))?.state === 'paused'
}

/** After a step that whoever answers must see at once. */
export const forgetWave = rememberedWave.forget
