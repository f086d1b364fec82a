import type { LiveAnswer, LiveItem } from '@sixfold/domain/live-room/live-item'
import { liveAnswerFault } from '@sixfold/domain/live-room/live-item'
import type { LiveTally } from '@sixfold/domain/live-room/live-tally'
import { NO_ANSWERS, withAnswer } from '@sixfold/domain/live-room/live-tally'
import type { Context } from '../../../context.ts'
import type { CountedVote } from './store.ts'
import { findVotesSince } from './store.ts'

/** The counts of one item in this process' memory: what is kept up to the watermark, and each vote that was kept here since. */
interface Fold {
  item: LiveItem
  tally: LiveTally
  standing: Map<string, { answer: LiveAnswer; number: number }>
  /** The latest moment of a vote read from the database. */
  watermark: Date
  readAt: number
  reading: Promise<void> | null
}

/** How old the counts of other processes may be. */
const CATCH_UP_MS = 1_000
/** Clocks of processes differ, and a vote takes a while from its moment to the disk: so much is read once more. */
const OVERLAP_MS = 5_000
const MOST_FOLDS = 200

const folds = new WeakMap<Context['db'], Map<string, Fold>>()

function foldsOf({ db }: Context): Map<string, Fold> {
  const found = folds.get(db) ?? new Map<string, Fold>()
  folds.set(db, found)
  return found
}

/** The counts of an item; a process that has none yet, or was killed over them, makes them from what is kept. */
export async function foldedTally(ctx: Context, itemId: string, item: LiveItem): Promise<LiveTally> {
  const all = foldsOf(ctx)
  const fold = all.get(itemId) ?? emptyFold(item)
  all.delete(itemId)
  all.set(itemId, fold)
  const oldest = all.keys().next().value
  if (all.size > MOST_FOLDS && oldest !== undefined) all.delete(oldest)
  if (performance.now() - fold.readAt >= CATCH_UP_MS) {
    fold.reading ??= catchUp(ctx, itemId, fold).finally(() => {
      fold.reading = null
    })
    await fold.reading
  }
  return fold.tally
}

function emptyFold(item: LiveItem): Fold {
  const [watermark, readAt] = [new Date(0), Number.NEGATIVE_INFINITY]
  return { item, tally: NO_ANSWERS, standing: new Map(), watermark, readAt, reading: null }
}

async function catchUp(ctx: Context, itemId: string, fold: Fold): Promise<void> {
  const begun = performance.now()
  for (const vote of await findVotesSince(ctx, itemId, new Date(fold.watermark.getTime() - OVERLAP_MS))) {
    takeUp(fold, vote)
    if (vote.at > fold.watermark) fold.watermark = vote.at
  }
  fold.readAt = begun
}

/** Counts a vote that is on disk. One that is known already, or older than the one that stands, changes nothing. */
export function foldVote(ctx: Context, itemId: string, vote: Omit<CountedVote, 'at'>): void {
  const fold = foldsOf(ctx).get(itemId)
  if (fold) takeUp(fold, vote)
}

function takeUp(fold: Fold, { participant, answer, number }: Omit<CountedVote, 'at'>): void {
  const before = fold.standing.get(participant)
  // What no longer fits the item is left out.
  if ((before && before.number >= number) || liveAnswerFault(fold.item, answer) !== null) return
  fold.tally = withAnswer(fold.tally, fold.item, { before: before?.answer ?? null, after: answer })
  fold.standing.set(participant, { answer, number })
}

/** Counts anew from the database at the next look: once a room is quiet, no clock of another process can hide a vote. */
export function forgetFolds(ctx: Context, itemIds: readonly string[]): void {
  for (const id of itemIds) foldsOf(ctx).delete(id)
}
