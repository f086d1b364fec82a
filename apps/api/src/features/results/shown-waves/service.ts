import type { StaffMember } from '@sixfold/contract/staff'
import type { Wave } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import { compareQuarters } from '@sixfold/domain/quarter'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { listWaves, waveSummaries } from '../../waves/waves/service.ts'

/** The waves whose results somebody may read, the latest first; with a region, those that asked there. */
export async function visibleWaves(
  ctx: Context,
  actor: StaffMember,
  regionId: string | undefined,
): Promise<Wave[]> {
  if (!can(actor, 'scoreboard.read', { regionId: regionId ?? null })) throw new AppError('not_found')
  const waves = (await listWaves(ctx, actor)).filter(
    ({ state }) => state !== 'draft' && state !== 'scheduled',
  )
  if (regionId !== undefined) return waves.filter(wave => wave.regionIds.includes(regionId))
  if (actor.regions === 'all') return waves
  // The board of everybody belongs to the whole wave, whichever regions its reader works for.
  const whole = new Map((await waveSummaries(ctx)).map(wave => [wave.id, wave]))
  return waves.map(wave => whole.get(wave.id) ?? wave)
}

/** Of several waves in a quarter the one that asked most widely, else the latest. The oldest quarter first. */
export function onePerQuarter(waves: readonly Wave[], regionId: string | undefined): Wave[] {
  const widest = (a: Wave, b: Wave) =>
    (regionId === undefined ? a.regionIds.length - b.regionIds.length : 0) ||
    a.launchedAt.localeCompare(b.launchedAt)
  const chosen = new Map<string, Wave>()
  for (const wave of waves) {
    const key = `${wave.quarter.year}-${wave.quarter.quarter}`
    const other = chosen.get(key)
    if (!other || widest(other, wave) < 0) chosen.set(key, wave)
  }
  return [...chosen.values()].sort((a, b) => compareQuarters(a.quarter, b.quarter))
}

/** The oldest first. */
export function earlierOf(waves: readonly Wave[], wave: Wave): Wave[] {
  const earlier = waves.filter(
    other =>
      other.kind === wave.kind &&
      compareQuarters(other.quarter, wave.quarter) < 0 &&
      segmentOfSamePeople(other, wave, EVERYBODY) === EVERYBODY,
  )
  return onePerQuarter(earlier, undefined)
}

export function segmentOf(regionId: string | undefined): string {
  return regionId === undefined ? EVERYBODY : `region:${regionId}`
}

/** A change is stated only for the same regions: everybody of a wave that asked elsewhere are other people. */
export function segmentOfSamePeople(before: Wave, wave: Wave, segment: string): string | null {
  if (segment !== EVERYBODY) return segment
  const [only, ...more] = wave.regionIds
  const same =
    before.regionIds.length === wave.regionIds.length &&
    before.regionIds.every(id => wave.regionIds.includes(id))
  if (same) return segment
  return only !== undefined && more.length === 0 && before.regionIds.includes(only) ? `region:${only}` : null
}

/** How somebody sees what is counted of a wave. */
export type Sight =
  /** As it stands, and beside it what was worked out a while ago: who may read each answer by itself learns nothing by that. */
  | 'live'
  /** In steps while it runs, because from two looks at it they could tell who said what (law 5). */
  | 'steps'
  /** Nobody answers any more: everything that stands beside it is of all answers too. */
  | 'final'

/** `outside`: for readers outside the house, whoever lets them. */
export function sightOf(
  actor: StaffMember,
  { state, regionIds }: Pick<Wave, 'state' | 'regionIds'>,
  { regionId, outside }: { regionId: string | undefined; outside: boolean },
): Sight {
  const regions = regionId === undefined ? regionIds : [regionId]
  if (!outside && regions.every(one => can(actor, 'response.read', { regionId: one }))) return 'live'
  return state === 'closed' || state === 'archived' ? 'final' : 'steps'
}
