import type { QualityTally, TalliedResponse } from '@sixfold/domain/quality/tally'
import { emptyTally, foldTally } from '@sixfold/domain/quality/tally'
import { carryAccounts } from '@sixfold/domain/results/carried-accounts'
import { dimensionOf } from '@sixfold/domain/results/dimensions'
import type { CountedResponse } from '@sixfold/domain/scoreboard'
import { accountKey, EVERYBODY, foldResponses } from '@sixfold/domain/scoreboard'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import type { CountableResponse } from '../../answering/responses/service.ts'
import { countedResponses, markCounted, uncountedResponses } from '../../answering/responses/service.ts'
import { watchScores } from '../../cases/rule-watch/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import { findInvitationsById, finishInvitations } from '../../waves/invitations/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { BoardRow } from '../scoreboard-records/service.ts'
import { advanceBoard, findBoard } from '../scoreboard-records/service.ts'
import { foldLater } from './live.ts'

const FOLD_AT_ONCE = 500
/** Lost races in a row after which a recount gives way to the folds it disturbs. */
const RECOUNT_ATTEMPTS = 20

/** A submitted response with all that is counted of it. */
export type TakenResponse = CountedResponse & TalliedResponse & { id: string }

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
    const counts = carryAccounts(anew.counts, board.counts)
    const next = { ...anew, counts, batch: [] }
    if (await advanceBoard(ctx, { waveId, revision: board.revision }, next)) {
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
    const invitations = await finishInvitations(ctx, submitted)
    await watchScores(ctx, waveId, submitted)
    return withAccounts(ctx, waveId, submitted, invitations)
  },
  markCounted,
  async counted(ctx, waveId, page) {
    const counted = await countedResponses(ctx, waveId, page)
    const asked = counted.filter(({ people }) => people === EVERYBODY).map(({ id }) => id)
    return withAccounts(ctx, waveId, counted, await findInvitationsById(ctx, asked))
  },
}

/** With the account of whoever was asked; of an open link nobody knows it, and of a blind survey nobody ever did. */
async function withAccounts(
  ctx: Context,
  waveId: string,
  taken: readonly CountableResponse[],
  invitations: readonly { _id: string; accountId: string }[],
): Promise<TakenResponse[]> {
  if (await isBlind(ctx, waveId)) return [...taken]
  const accountOf = new Map(invitations.map(({ _id, accountId }) => [_id, accountId]))
  return taken.map(response =>
    response.people === EVERYBODY
      ? { ...response, account: accountKey({ id: response.id, accountId: accountOf.get(response.id) }) }
      : response,
  )
}

async function isBlind(ctx: Context, waveId: string): Promise<boolean> {
  return (await readWaveForAnswers(ctx, waveId))?.kind === 'blind'
}

/** Brings the board of a wave up to date; returns its revision. */
export function advanceScoreboard(ctx: Context, waveId: string): Promise<number> {
  return foldWave(ctx, waveId, responses)
}

/**
 * The same, and counts anew a board from before it was known which groups share people, or on which blind answers stand as if they had
 * accounts.
 */
export async function catchUpScoreboard(ctx: Context, waveId: string): Promise<void> {
  const { counts } = await findBoard(ctx, waveId)
  const placesBlind =
    Object.values(counts).some(({ accounts }) => accounts !== undefined) && (await isBlind(ctx, waveId))
  if (placesBlind || isOfBefore(counts)) await rebuildScoreboard(ctx, waveId)
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
  // Accounts that nobody can know are no difference: an older count named each blind answer.
  const kept = Object.entries(board.counts).map(([segment, { accounts, ...rest }]) => [
    segment,
    accounts && counts[segment]?.accounts ? { ...rest, accounts } : rest,
  ])
  const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)
  return {
    agrees:
      same(carryAccounts(counts, board.counts), Object.fromEntries(kept)) &&
      (!board.tally || same(tally, board.tally)),
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
