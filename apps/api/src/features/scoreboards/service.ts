import type { StaffMember } from '@sixfold/contract/staff'
import type { SurveyVersion } from '@sixfold/contract/surveys'
import type { ConfidenceLevel, ScoreboardView, Wave } from '@sixfold/contract/waves'
import { can } from '@sixfold/domain/permissions'
import type { QualityTally, TalliedResponse } from '@sixfold/domain/quality/tally'
import { emptyTally, foldTally } from '@sixfold/domain/quality/tally'
import { compareQuarters } from '@sixfold/domain/quarter'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import type { CountedResponse } from '@sixfold/domain/scoreboard'
import { BY_OPEN_LINK, EVERYBODY, foldResponses } from '@sixfold/domain/scoreboard'
import { hiddenSegments } from '@sixfold/domain/scoreboard-disclosure'
import type { CountedWave } from '@sixfold/domain/scoreboard-view'
import { scoreboardView } from '@sixfold/domain/scoreboard-view'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { findFactorModel } from '../factor-models/service.ts'
import { findInvitationsById, finishInvitations } from '../invitations/service.ts'
import { minimumCellOf, readOrganisation } from '../organisation/service.ts'
import type { CountableResponse } from '../responses/service.ts'
import { countedResponses, markCounted, uncountedResponses } from '../responses/service.ts'
import { watchScores } from '../rule-watch/service.ts'
import { linesBetween } from '../survey-versions/service.ts'
import { publishedVersion } from '../surveys/service.ts'
import { readEstimates } from '../wave-estimates/service.ts'
import { askedApart, listWaves, readWaveForAnswers, waveSummaries, waveSummary } from '../waves/service.ts'
import { foldLater } from './live.ts'
import type { BoardRow } from './store.ts'
import { advanceBoard, findBoard, findBoards } from './store.ts'

export const SCOREBOARD_CONFIDENCE = 0.95

/** As a proportion; the usual one where nobody chose. */
export function confidenceOf(level: ConfidenceLevel | undefined): number {
  return level === undefined ? SCOREBOARD_CONFIDENCE : Number(level) / 100
}

const QUARTERS_SHOWN = 9
const FOLD_AT_ONCE = 500
/** Lost races in a row after which a recount gives way to the folds it disturbs. */
const RECOUNT_ATTEMPTS = 20

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

/** The oldest first. */
function earlierOf(waves: readonly Wave[], wave: Wave): Wave[] {
  const earlier = waves.filter(
    other =>
      other.kind === wave.kind &&
      compareQuarters(other.quarter, wave.quarter) < 0 &&
      segmentOfSamePeople(other, wave, EVERYBODY) === EVERYBODY,
  )
  return onePerQuarter(earlier, undefined)
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

/** A submitted response with all that is counted of it. */
export type TakenResponse = CountedResponse & TalliedResponse & { id: string }

/** How far the board of a wave has come. */
export async function boardStanding(
  ctx: Context,
  waveId: string,
): Promise<{ revision: number; responses: number }> {
  const { revision, tally } = await findBoard(ctx, waveId)
  return { revision, responses: tally?.responses ?? 0 }
}

/** Where the answers of a wave come from; given by the feature that keeps them. */
export interface AnswerSource {
  /** What the wave asked; null: there is no such wave. */
  definitionOf(ctx: Context, waveId: string): Promise<SurveyDefinition | null>
  /** Submitted responses that no fold has taken up, at most `limit`. */
  uncounted(ctx: Context, waveId: string, limit: number): Promise<TakenResponse[]>
  /** Marks responses as taken up; repeating it changes nothing. */
  markCounted(ctx: Context, ids: readonly string[]): Promise<void>
  /** Responses that are marked, by id, after one of them. */
  counted(
    ctx: Context,
    waveId: string,
    page: { after: string | null; limit: number },
  ): Promise<TakenResponse[]>
}

/**
 * Takes up every response that is not counted yet, each exactly once, and says at which revision the board stands.
 * The board names the responses of its last fold, and they are marked before the next one: whoever dies in between
 * leaves a board that knows what it holds, and whoever loses the race for a revision has written nothing. `once` leaves to
 * the next fold what arrives meanwhile.
 */
export async function foldWave(
  ctx: Context,
  waveId: string,
  source: AnswerSource,
  pace: 'all' | 'once' = 'all',
): Promise<number> {
  const definition = await source.definitionOf(ctx, waveId)
  if (!definition) return 0
  for (;;) {
    const board = await findBoard(ctx, waveId)
    if (board.batch.length > 0) await source.markCounted(ctx, board.batch)
    const fresh = await source.uncounted(ctx, waveId, FOLD_AT_ONCE)
    if (fresh.length === 0) return board.revision
    const counts = foldResponses(board.counts, fresh, definition)
    const tally = foldTally(board.tally ?? emptyTally, fresh, definition)
    const batch = fresh.map(({ id }) => id)
    if (!(await advanceBoard(ctx, { waveId, revision: board.revision }, { counts, tally, batch }))) continue
    announce(ctx, waveId, board.revision + 1)
    if (pace === 'all' || fresh.length === FOLD_AT_ONCE) continue
    await source.markCounted(ctx, batch)
    return board.revision + 1
  }
}

/** Counts a wave anew from its responses. Answers that arrive meanwhile are folded afterwards, none twice. */
export async function recountWave(ctx: Context, waveId: string, source: AnswerSource): Promise<number> {
  const definition = await source.definitionOf(ctx, waveId)
  if (!definition) return 0
  for (let attempt = 0; attempt < RECOUNT_ATTEMPTS; attempt += 1) {
    const board = await findBoard(ctx, waveId)
    if (board.batch.length > 0) await source.markCounted(ctx, board.batch)
    const anew = await countAnew(ctx, waveId, definition, source)
    // While the revision stands nothing else was marked, so the marked responses are exactly those of the board.
    if (await advanceBoard(ctx, { waveId, revision: board.revision }, { ...anew, batch: [] })) {
      announce(ctx, waveId, board.revision + 1)
      return foldWave(ctx, waveId, source)
    }
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

async function countAnew(
  ctx: Context,
  waveId: string,
  definition: SurveyDefinition,
  source: AnswerSource,
): Promise<{ counts: BoardRow['counts']; tally: QualityTally }> {
  let counts: BoardRow['counts'] = {}
  let tally = emptyTally
  for (let after: string | null = null; ; ) {
    const part: TakenResponse[] = await source.counted(ctx, waveId, {
      after,
      limit: FOLD_AT_ONCE,
    })
    counts = foldResponses(counts, part, definition)
    tally = foldTally(tally, part, definition)
    after = part.at(-1)?.id ?? null
    if (after === null) return { counts, tally }
  }
}

const responses: AnswerSource = {
  async definitionOf(ctx, waveId) {
    const wave = await readWaveForAnswers(ctx, waveId)
    const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
    return version?.definition ?? null
  },
  async uncounted(ctx, waveId, limit) {
    const submitted = await uncountedResponses(ctx, waveId, limit)
    await finishInvitations(ctx, submitted)
    await watchScores(ctx, waveId, submitted)
    return withAccounts(ctx, submitted)
  },
  markCounted,
  counted: async (ctx, waveId, page) => withAccounts(ctx, await countedResponses(ctx, waveId, page)),
}

/** With the account of whoever was asked; of an open link nobody knows it, and what lost its name counts by itself. */
async function withAccounts(ctx: Context, taken: readonly CountableResponse[]): Promise<TakenResponse[]> {
  const asked = taken.filter(({ people }) => people === EVERYBODY).map(({ id }) => id)
  const invitations = await findInvitationsById(ctx, asked)
  const accountOf = new Map(invitations.map(({ _id, accountId }) => [_id, accountId]))
  return taken.map(response =>
    response.people === EVERYBODY
      ? { ...response, account: accountOf.get(response.id) || `response:${response.id}` }
      : response,
  )
}

/** Brings the board of a wave up to date; returns its revision. */
export function advanceScoreboard(ctx: Context, waveId: string): Promise<number> {
  return foldWave(ctx, waveId, responses)
}

/** The same, and counts anew a board from before it was known which groups share people. */
export async function catchUpScoreboard(ctx: Context, waveId: string): Promise<void> {
  if (isOfBefore((await findBoard(ctx, waveId)).counts)) await rebuildScoreboard(ctx, waveId)
  else await advanceScoreboard(ctx, waveId)
}

function isOfBefore(board: BoardRow['counts']): boolean {
  const groups = Object.entries(board).filter(([segment]) => dimensionOf(segment) !== null)
  const dimensions = new Set(groups.map(([segment]) => dimensionOf(segment)))
  return dimensions.size > 1 && groups.every(([, { meets }]) => meets === undefined)
}

/** Counts the board of a wave anew from its responses; returns its revision. */
export function rebuildScoreboard(ctx: Context, waveId: string): Promise<number> {
  return recountWave(ctx, waveId, responses)
}

/** The counts of a wave as they stand, for work that shows them to nobody. */
export async function readCounts(ctx: Context, waveId: string): Promise<BoardRow['counts']> {
  return (await findBoard(ctx, waveId)).counts
}

/** Whether a board holds exactly what its counted responses say, for a database that nobody writes to. */
export async function checkScoreboard(
  ctx: Context,
  waveId: string,
): Promise<{ agrees: boolean; counted: number }> {
  const definition = await responses.definitionOf(ctx, waveId)
  if (!definition) return { agrees: false, counted: 0 }
  const board = await findBoard(ctx, waveId)
  await responses.markCounted(ctx, board.batch)
  const { counts, tally } = await countAnew(ctx, waveId, definition, responses)
  const same = (anew: unknown, kept: unknown) => canonicalJson(anew) === canonicalJson(kept)
  return {
    agrees: same(counts, board.counts) && (!board.tally || same(tally, board.tally)),
    counted: counts[EVERYBODY]?.responses ?? 0,
  }
}

/** Answers of a wave have arrived: its board follows within a moment, and surely. */
export function scheduleFold(ctx: Context, waveId: string): Promise<void> {
  return foldLater(ctx, waveId, foldMoment)
}

/** Each answer has scheduled its fold, so one that arrives during this one has another coming; under load each serves many. */
function foldMoment(ctx: Context, waveId: string): Promise<number> {
  return foldWave(ctx, waveId, responses, 'once')
}

function announce(ctx: Context, waveId: string, revision: number): void {
  ctx.live.announce({ kind: 'wave', id: waveId }, 'scoreboard:changed', { waveId, revision })
}

/** The waves whose results somebody may read, the latest first; with a region, those that asked there. */
async function visibleWaves(ctx: Context, actor: StaffMember, regionId: string | undefined): Promise<Wave[]> {
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
function onePerQuarter(waves: readonly Wave[], regionId: string | undefined): Wave[] {
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

function segmentOf(regionId: string | undefined): string {
  return regionId === undefined ? EVERYBODY : `region:${regionId}`
}

/** A change is stated only for the same regions: everybody of a wave that asked elsewhere are other people. */
function segmentOfSamePeople(before: Wave, wave: Wave, segment: string): string | null {
  if (segment !== EVERYBODY) return segment
  const [only, ...more] = wave.regionIds
  const same =
    before.regionIds.length === wave.regionIds.length &&
    before.regionIds.every(id => wave.regionIds.includes(id))
  if (same) return segment
  return only !== undefined && more.length === 0 && before.regionIds.includes(only) ? `region:${only}` : null
}
