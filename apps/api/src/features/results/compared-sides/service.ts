import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { Wave } from '@sixfold/contract/waves'
import type { Gathering } from '@sixfold/domain/results/comparability'
import type { Scoreboard } from '@sixfold/domain/scoreboard'
import { BY_OPEN_LINK, EVERYBODY } from '@sixfold/domain/scoreboard'
import type { ItemLines } from '@sixfold/domain/survey/lineage'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { linesBetween } from '../../surveys/survey-versions/service.ts'
import { listWaves } from '../../waves/waves/service.ts'
import { readBoards } from '../scoreboards/service.ts'

/** Waves of a programme that are put together, the latest of those that asked. */
const PUT_TOGETHER = 4

/** Which results: a wave or a programme, and whose answers of it. */
export interface SideName {
  ref: string
  part: string
}

/** One wave of a side. */
export interface SideWave {
  wave: Wave
  version: SurveyVersion
  board: Scoreboard
  segment: string
  /** How far the board has come. */
  revision: number
  /** It runs, and its reader sees it in steps. */
  inSteps: boolean
  /** Its reader may read each answer by itself. */
  readsAnswers: boolean
  /** Where the items of the side's latest wave come from in this one; null: it is the latest. */
  lines: ItemLines | null
}

export interface Side extends SideName {
  name: string
  /** The latest first. */
  waves: [SideWave, ...SideWave[]]
  gathering: Omit<Gathering, 'n'>
  minimumCell: number
}

/** The waves that somebody may read results of, the latest first. */
export async function wavesWithResults(ctx: Context, actor: StaffMember): Promise<Wave[]> {
  const waves = await listWaves(ctx, actor)
  return waves.filter(({ state }) => state !== 'draft' && state !== 'scheduled')
}

/** Everything that was counted for one side of a comparison; `not_found` for what its reader may not see. */
export async function readSide(
  ctx: Context,
  actor: StaffMember,
  { name, ref, part }: SideName & { name: (id: string) => Promise<string | undefined> },
): Promise<Side> {
  const [kind, id = ''] = ref.split(':')
  const ids = kind === 'wave' ? [id] : await wavesOfProgramme(ctx, actor, id, regionIn(part))
  const boards = await readParts(ctx, actor, ids, part)
  const [latest, ...earlier] = boards
  if (!latest) throw new AppError('not_found')
  const waves: Side['waves'] = [
    { ...latest, lines: null },
    ...(await Promise.all(
      earlier.map(async one => ({ ...one, lines: await linesBetween(ctx, one.version, latest.version) })),
    )),
  ]
  return {
    ref,
    part,
    name: kind === 'wave' ? latest.wave.name : ((await name(id)) ?? latest.wave.name),
    waves,
    gathering: gatheringOf(boards, part),
    minimumCell: latest.minimumCell,
  }
}

const REGION = 'region:'

function regionIn(part: string): string | undefined {
  return part.startsWith(REGION) ? part.slice(REGION.length) : undefined
}

async function wavesOfProgramme(
  ctx: Context,
  actor: StaffMember,
  programmeId: string,
  regionId: string | undefined,
): Promise<string[]> {
  const waves = await wavesWithResults(ctx, actor)
  return waves
    .filter(wave => wave.programmeId === programmeId)
    .filter(({ regionIds }) => regionId === undefined || regionIds.includes(regionId))
    .toSorted((a, b) => b.opensAt.localeCompare(a.opensAt))
    .slice(0, PUT_TOGETHER)
    .map(({ id }) => id)
}

type Part = Awaited<ReturnType<typeof readBoards>>[number]

async function readParts(
  ctx: Context,
  actor: StaffMember,
  ids: readonly string[],
  part: string,
): Promise<Part[]> {
  const regionId = regionIn(part)
  const people = part === BY_OPEN_LINK ? 'open' : 'asked'
  const boards = await readBoards(ctx, actor, { ids, regionId, people })
  if (regionId !== undefined || part === EVERYBODY || part === BY_OPEN_LINK) return boards
  return boards.map(board => ({ ...board, segment: part }))
}

const OPEN_MODES: readonly string[] = ['open_link', 'embedded']
const MODE = 'mode:'

function gatheringOf(boards: readonly Part[], part: string): Side['gathering'] {
  const isOpen = part === BY_OPEN_LINK
  const modes: Record<string, number> = {}
  for (const { tally } of boards)
    for (const [mode, count] of Object.entries(tally.modes))
      if (OPEN_MODES.includes(mode) === isOpen) modes[mode] = (modes[mode] ?? 0) + count
  const only = part.startsWith(MODE) ? part.slice(MODE.length) : null
  return {
    modes: only === null ? modes : { [only]: 1 },
    anonymity: boards.some(({ wave }) => wave.kind === 'blind') ? 'blind' : isOpen ? 'anonymous' : 'named',
    selfSelected: isOpen,
  }
}
