import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { ConfidenceLevel, ScoreboardView, Wave } from '@sixfold/contract/waves'
import { emptyTally } from '@sixfold/domain/quality/tally'
import { compareQuarters } from '@sixfold/domain/quarter'
import { BY_OPEN_LINK } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { CountedWave } from '@sixfold/domain/scoreboard-view'
import { scoreboardView } from '@sixfold/domain/scoreboard-view'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { minimumCellOf, readOrganisation } from '../organisation/service.ts'
import type { BoardRow } from '../scoreboard-records/service.ts'
import { findBoard, findBoards } from '../scoreboard-records/service.ts'
import {
  earlierOf,
  onePerQuarter,
  segmentOf,
  segmentOfSamePeople,
  visibleWaves,
} from '../shown-waves/service.ts'
import { linesBetween } from '../survey-versions/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { readEstimates } from '../wave-estimates/service.ts'
import { askedApart, waveSummaries, waveSummary } from '../waves/service.ts'

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
  const [view] = (await viewsOf(ctx, before ? [before, wave] : [wave], of)).slice(-1)
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
  const views = await viewsOf(ctx, waves.slice(-quarters - 1), { regionId, confidence, minimumCell })
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
  return Promise.all(
    ids.map(async id => {
      const wave = waves.find(one => one.id === id)
      const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
      if (!version) throw new AppError('not_found')
      const { counts, tally, revision } = await findBoard(ctx, id)
      return {
        wave,
        version,
        board: counts,
        tally: tally ?? emptyTally,
        revision,
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
  const boards = await findBoards(ctx, [id, ...(last ? [last.id] : [])])
  const estimates = await readEstimates(ctx, standingOf(boards))
  const both = estimates.get(id)?.both
  const countedOf = (one: Wave, { definition }: SurveyVersion): CountedWave => ({
    quarter: one.quarter,
    definition,
    board: boards.find(({ _id }) => _id === one.id)?.counts ?? {},
    effects: estimates.get(one.id)?.effects,
  })
  return {
    model,
    counted: countedOf(wave, version),
    before: last && asked ? countedOf(last, asked) : null,
    ...(asked ? { lines: await linesBetween(ctx, asked, version) } : {}),
    ...(both && both.beforeId === last?.id ? { pairedAnswers: both } : {}),
    minimumCell: (await readOrganisation(ctx)).minimumCell,
  }
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
  waves: readonly Wave[],
  {
    regionId,
    confidence: level,
    minimumCell: atLeast,
  }: { regionId?: string | undefined; confidence?: ConfidenceLevel | undefined } & CellOption,
): Promise<ScoreboardView[]> {
  const confidence = confidenceOf(level)
  const minimumCell = await minimumCellOf(ctx, atLeast)
  const boards = new Map(
    (
      await findBoards(
        ctx,
        waves.map(({ id }) => id),
      )
    ).map(board => [board._id, board]),
  )
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

const standingOf = (boards: readonly BoardRow[]) =>
  boards.map(({ _id: waveId, revision }) => ({ waveId, revision }))
