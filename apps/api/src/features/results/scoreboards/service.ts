import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { ConfidenceLevel, ScoreboardView, Wave } from '@sixfold/contract/waves'
import { emptyTally } from '@sixfold/domain/quality/tally'
import { compareQuarters } from '@sixfold/domain/quarter'
import { steppedBoard } from '@sixfold/domain/results/board-steps'
import { BY_OPEN_LINK } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { CountedWave } from '@sixfold/domain/scoreboard-view'
import { scoreboardView } from '@sixfold/domain/scoreboard-view'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { uncountedResponses } from '../../answering/responses/service.ts'
import { minimumCellOf, readOrganisation } from '../../house/organisation/service.ts'
import { findFactorModel } from '../../surveys/factor-models/service.ts'
import { linesBetween } from '../../surveys/survey-versions/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { askedApart, waveSummaries, waveSummary } from '../../waves/waves/service.ts'
import { readSteps } from '../board-steps/service.ts'
import type { BoardRow } from '../scoreboard-records/service.ts'
import { findBoard, findBoards } from '../scoreboard-records/service.ts'
import type { Sight } from '../shown-waves/service.ts'
import {
  earlierOf,
  onePerQuarter,
  segmentOf,
  segmentOfSamePeople,
  sightOf,
  visibleWaves,
} from '../shown-waves/service.ts'
import { readEstimates } from '../wave-estimates/service.ts'

export {
  advanceScoreboard,
  catchUpScoreboard,
  checkScoreboard,
  rebuildScoreboard,
  scheduleFold,
} from '../scoreboard-counting/service.ts'

export const SCOREBOARD_CONFIDENCE = 0.95

/** As a proportion; the usual one where nobody chose. */
export function confidenceOf(level: ConfidenceLevel | undefined): number {
  return level === undefined ? SCOREBOARD_CONFIDENCE : Number(level) / 100
}

const QUARTERS_SHOWN = 9

export async function readScoreboard(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    ...of
  }: { id: string; regionId?: string | undefined; confidence?: ConfidenceLevel | undefined } & CellOption,
): Promise<ScoreboardView> {
  const { regionId } = of
  const waves = await visibleWaves(ctx, actor, regionId)
  const wave = waves.find(one => one.id === id)
  if (!wave) throw new AppError('not_found')
  const segment = segmentOf(regionId)
  const earlier = waves.filter(
    other =>
      other.kind === wave.kind &&
      compareQuarters(other.quarter, wave.quarter) < 0 &&
      segmentOfSamePeople(other, wave, segment) !== null,
  )
  const before = onePerQuarter(earlier, regionId).at(-1)
  const [view] = (await viewsOf(ctx, actor, before ? [before, wave] : [wave], of)).slice(-1)
  if (!view) throw new AppError('not_found')
  return view
}

/** For readers who may see less than colleagues do. */
export interface CellOption {
  /** Never below the organisation's own, which it is when absent. */
  minimumCell?: number | undefined
}

/** One wave of the quarterly survey a quarter, the oldest first. */
export async function readHistory(
  ctx: Context,
  actor: StaffMember,
  {
    regionId,
    confidence,
    minimumCell,
    quarters = QUARTERS_SHOWN,
  }: {
    regionId?: string | undefined
    confidence?: ConfidenceLevel | undefined
    quarters?: number | undefined
  } & CellOption,
): Promise<ScoreboardView[]> {
  const quarterly = (await visibleWaves(ctx, actor, regionId)).filter(({ kind }) => kind === 'quarterly')
  const waves = onePerQuarter(quarterly, regionId)
  // One more than shown, so that the first has something to be compared with.
  const views = await viewsOf(ctx, actor, waves.slice(-quarters - 1), { regionId, confidence, minimumCell })
  return views.slice(-quarters)
}

/** Everybody who was asked, those of one region, or those who came by an open link. */
export interface PeopleOfWave {
  id: string
  regionId?: string | undefined
  people?: 'asked' | 'open' | undefined
}

/** The counts of a wave with what they mean, for other features; only what this person may see of it. */
export async function readBoard(ctx: Context, actor: StaffMember, { id, ...of }: PeopleOfWave & CellOption) {
  const [board] = await readBoards(ctx, actor, { ids: [id], ...of })
  if (!board) throw new AppError('not_found')
  return board
}

/** The boards of several waves in the order asked for; `not_found` where one of them may not be seen. */
export async function readBoards(
  ctx: Context,
  actor: StaffMember,
  {
    ids,
    regionId,
    people = 'asked',
    minimumCell: atLeast,
  }: Omit<PeopleOfWave, 'id'> & CellOption & { ids: readonly string[] },
) {
  if (people === 'open' && regionId !== undefined) throw new AppError('not_found')
  const [waves, minimumCell] = await Promise.all([
    visibleWaves(ctx, actor, regionId),
    minimumCellOf(ctx, atLeast),
  ])
  const asked = waves.filter(({ id }) => ids.includes(id))
  const boards = await shownBoards(ctx, actor, asked, { regionId, outside: atLeast !== undefined })
  return Promise.all(
    ids.map(async id => {
      const wave = asked.find(one => one.id === id)
      const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
      const shown = boards.get(id)
      if (!version || !shown) throw new AppError('not_found')
      const { counts, tally, revision, inSteps, readsAnswers } = shown
      return {
        wave,
        version,
        board: counts,
        tally: tally ?? emptyTally,
        revision,
        inSteps,
        readsAnswers,
        segment: people === 'open' ? BY_OPEN_LINK : segmentOf(regionId),
        minimumCell,
      }
    }),
  )
}

/** The wave of the same kind, in the same regions, that another one is compared with; null: there is none. */
export async function waveBefore(ctx: Context, id: string): Promise<string | null> {
  const waves = await waveSummaries(ctx)
  const wave = waves.find(one => one.id === id)
  return wave ? (earlierOf(waves, wave).at(-1)?.id ?? null) : null
}

/** A wave and the one of its kind before it that asked in the same regions, with what was counted of both. */
export async function readWithBefore(ctx: Context, actor: StaffMember, id: string) {
  const waves = await visibleWaves(ctx, actor, undefined)
  const wave = waves.find(one => one.id === id)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!wave || !version) throw new AppError('not_found')
  const model = await findFactorModel(ctx, version.definition.factorModel)
  if (!model) throw new Error(`the survey of the wave ${id} is gone`)
  const last = earlierOf(waves, wave).at(-1)
  const asked = last && (await publishedVersion(ctx, last.surveyId, last.version))
  const boards = await shownBoards(ctx, actor, last ? [last, wave] : [wave])
  const estimates = await readEstimates(ctx, standingOf([...boards.values()]))
  const both = estimates.get(id)?.both
  const countedOf = (one: Wave, { definition }: SurveyVersion): CountedWave => ({
    quarter: one.quarter,
    definition,
    board: boards.get(one.id)?.counts ?? {},
    effects: estimates.get(one.id)?.effects,
  })
  return {
    model,
    counted: countedOf(wave, version),
    before: last && asked ? countedOf(last, asked) : null,
    ...(asked ? { lines: await linesBetween(ctx, asked, version) } : {}),
    ...(both && both.beforeId === last?.id ? { pairedAnswers: both } : {}),
    minimumCell: (await readOrganisation(ctx)).minimumCell,
    inSteps: boards.get(id)?.inSteps ?? false,
  }
}

/** The counts of a wave as one reader sees them. */
export interface ShownBoard extends BoardRow {
  /** The wave runs, and this reader sees it in steps: a little behind, by region only. */
  inSteps: boolean
  /** This reader may read each answer by itself, so that what was worked out of fewer answers may stand beside it. */
  readsAnswers: boolean
  /** People who have answered by now, by segment, whether shown or not. */
  answered: (segment: string) => number
}

export interface BoardReaders {
  regionId?: string | undefined
  /** Readers outside the house: `actor` is who lets them. */
  outside?: boolean
}

/** The boards of waves by their ids, as somebody sees them. */
export async function shownBoards(
  ctx: Context,
  actor: StaffMember,
  waves: readonly Wave[],
  { regionId, outside = false }: BoardReaders = {},
): Promise<Map<string, ShownBoard>> {
  const sights = new Map(
    await Promise.all(
      waves.map(async (wave): Promise<[string, Sight]> => {
        const sight = sightOf(actor, wave, { regionId, outside })
        return [wave.id, sight === 'final' && !(await isWhole(ctx, wave)) ? 'steps' : sight]
      }),
    ),
  )
  const stepped = [...sights].flatMap(([id, sight]) => (sight === 'steps' ? [id] : []))
  const [rows, steps] = await Promise.all([
    findBoards(
      ctx,
      waves.map(({ id }) => id),
    ),
    stepped.length > 0 ? readSteps(ctx, stepped) : new Map<string, never>(),
  ])
  const boards = waves.map(({ id }): ShownBoard => {
    const row = rows.find(({ _id }) => _id === id) ?? { _id: id, revision: 0, batch: [], counts: {} }
    const answered = (segment: string) => row.counts[segment]?.responses ?? 0
    const sight = sights.get(id)
    if (sight !== 'steps') return { ...row, inSteps: false, readsAnswers: sight === 'live', answered }
    const { steps: taken, revision } = steps.get(id) ?? { steps: {}, revision: 0 }
    return {
      _id: id,
      batch: [],
      revision,
      counts: steppedBoard(taken),
      inSteps: true,
      readsAnswers: false,
      answered,
    }
  })
  return new Map(boards.map(board => [board._id, board]))
}

/** For so long after the end of a wave it is looked whether its last answers are counted. */
const COUNTING_MS = 15 * 60_000

/** Whether every answer to a wave that is over is on its board. */
async function isWhole(ctx: Context, { id, closesAt }: Wave): Promise<boolean> {
  if (ctx.clock.now().getTime() - Date.parse(closesAt) > COUNTING_MS) return true
  return (await uncountedResponses(ctx, id, 1)).length === 0
}

/**
 * Whether figures that were worked out at a revision may stand beside a board. From two states of them, one before and one after
 * an answer, its words and verdicts could be told; so who may not read single answers sees those of all answers only.
 */
export function mayStandBeside(
  workedOutAt: number | undefined,
  { revision, readsAnswers }: Pick<ShownBoard, 'revision' | 'readsAnswers'>,
): boolean {
  return workedOutAt !== undefined && (readsAnswers || workedOutAt >= revision)
}

/** How far the board of a wave has come. */
export async function boardStanding(
  ctx: Context,
  waveId: string,
): Promise<{ revision: number; responses: number }> {
  const { revision, tally } = await findBoard(ctx, waveId)
  return { revision, responses: tally?.responses ?? 0 }
}

/** The counts of a wave as they stand, for work that shows them to nobody. */
export async function readCounts(ctx: Context, waveId: string): Promise<BoardRow['counts']> {
  return (await findBoard(ctx, waveId)).counts
}

/** The views of waves in order, each compared with the one before it. */
async function viewsOf(
  ctx: Context,
  actor: StaffMember,
  waves: readonly Wave[],
  {
    regionId,
    confidence: level,
    minimumCell: atLeast,
  }: { regionId?: string | undefined; confidence?: ConfidenceLevel | undefined } & CellOption,
): Promise<ScoreboardView[]> {
  const confidence = confidenceOf(level)
  const minimumCell = await minimumCellOf(ctx, atLeast)
  const boards = await shownBoards(ctx, actor, waves, { regionId, outside: atLeast !== undefined })
  const estimates = await readEstimates(ctx, standingOf([...boards.values()]))
  const segment = segmentOf(regionId)
  const views: ScoreboardView[] = []
  let before: { wave: Wave; version: SurveyVersion; counted: CountedWave } | null = null
  for (const wave of waves) {
    const version = await publishedVersion(ctx, wave.surveyId, wave.version)
    const model = version && (await findFactorModel(ctx, version.definition.factorModel))
    if (!model) throw new Error(`the survey of the wave ${wave.id} is gone`)
    const board = boards.get(wave.id)
    const { effects, both } = estimates.get(wave.id) ?? {}
    const counted = {
      quarter: wave.quarter,
      definition: version.definition,
      board: board?.counts ?? {},
      effects,
    }
    const segmentBefore = before && segmentOfSamePeople(before.wave, wave, segment)
    const factors = scoreboardView({
      wave: counted,
      before: before && segmentBefore ? before.counted : null,
      ...(before && segmentBefore ? { lines: await linesBetween(ctx, before.version, version) } : {}),
      segment,
      ...(segmentBefore ? { segmentBefore } : {}),
      ...(both && both.beforeId === before?.wave.id ? { pairedAnswers: both } : {}),
      factors: model.factors,
      minimumCell,
      confidence,
    })
    // Colleagues may know how many answered, others only where it tells nothing of few.
    const hidesCount =
      atLeast !== undefined &&
      hiddenSegments({ board: counted.board, validOf: of => of?.responses ?? 0, minimumCell }).has(segment)
    const asked = regionId === undefined ? wave : await waveSummary(ctx, wave.id, [regionId])
    views.push({
      waveId: wave.id,
      quarter: wave.quarter,
      regionId: regionId ?? null,
      responses: hidesCount ? null : (board?.counts[segment]?.responses ?? 0),
      waiting: board?.inSteps ? board.answered(segment) - (board.counts[segment]?.responses ?? 0) : null,
      invited: asked?.invited ?? 0,
      revision: board?.revision ?? 0,
      minimumCell,
      confidence,
      panelBefore: before && ((await askedApart(ctx, before.wave.id, wave.id)) ? 'other' : 'same'),
      factors,
    })
    before = { wave, version, counted }
  }
  return views
}

const standingOf = (boards: readonly ShownBoard[]) =>
  boards.map(({ _id: waveId, revision, inSteps, readsAnswers }) => ({
    waveId,
    revision,
    inSteps,
    readsAnswers,
  }))
