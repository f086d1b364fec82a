import type { PollVote } from '@sixfold/domain/roundtables/date-poll'
import type { ResolvedPollDate } from '@sixfold/domain/roundtables/poll-dates'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

/** What one voter said. A date that is not named was left open. */
export interface Ballot {
  votes: Record<string, PollVote>
  note: string
  votedAt: Date
  revision: number
}

/** The poll of one event, with all its votes: whether a vote still counts is decided in this document alone (law 9). */
export interface PollRow {
  /** The event's id. */
  _id: string
  state: 'open' | 'closed' | 'decided'
  /** As the event's plan wrote it. */
  zone: string
  usedZone: string
  options: ResolvedPollDate[]
  answerBy: string
  /** The first instant at which no vote is taken. */
  closesAt: Date
  remindOn: string | null
  /** By voter. */
  ballots: Record<string, Ballot>
  decided: string | null
  /** Who else is invited with the decision. */
  invite: { silent: boolean; unable: boolean } | null
  /** The invitations that follow from the decision were ordered. */
  converted: boolean
  /** Rises with every change by staff; votes leave it as it is. */
  revision: number
  createdAt: Date
}

/** Somebody who is asked. */
export interface VoterRow {
  _id: string
  roundtableId: string
  contactId: string
  core: boolean
  /** Each mail carries a link of its own; all of them are this voter's. */
  tokenHashes: string[]
  state: 'planned' | 'invited' | 'refused'
  reason: string | null
  dueAt: Date | null
  askedAt: Date | null
  remindedAt: Date | null
  reminderReason: string | null
  createdAt: Date
}

const polls = defineCollection<PollRow>(
  'datePolls',
  {
    _id: String,
    state: String,
    zone: String,
    usedZone: String,
    options: {},
    answerBy: String,
    closesAt: Date,
    remindOn: String,
    ballots: {},
    decided: String,
    invite: {},
    converted: Boolean,
    revision: Number,
    createdAt: Date,
  },
  [{ fields: { state: 1 } }],
)

const voters = defineCollection<VoterRow>(
  'pollVoters',
  {
    _id: String,
    roundtableId: String,
    contactId: String,
    core: Boolean,
    tokenHashes: [String],
    state: String,
    reason: String,
    dueAt: Date,
    askedAt: Date,
    remindedAt: Date,
    reminderReason: String,
    createdAt: Date,
  },
  [
    { fields: { roundtableId: 1, contactId: 1 }, unique: true },
    { fields: { tokenHashes: 1 } },
    { fields: { contactId: 1 } },
  ],
)

/** What staff set of a poll. */
export type PollPlan = Pick<
  PollRow,
  'zone' | 'usedZone' | 'options' | 'answerBy' | 'closesAt' | 'remindOn' | 'state'
>

export function findPoll(ctx: Context, id: string): Promise<PollRow | null> {
  return polls(ctx).findById(id).lean<PollRow>().exec()
}

/** Begins the poll of an event; null when it has one. */
export async function insertPoll(ctx: Context, id: string, plan: PollPlan): Promise<PollRow | null> {
  const row: PollRow = {
    _id: id,
    ...plan,
    ballots: {},
    decided: null,
    invite: null,
    converted: false,
    revision: 1,
    createdAt: ctx.clock.now(),
  }
  try {
    await polls(ctx).create(row)
    return row
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return null
  }
}

/** Changes a poll on the revision it was read at; null when it is another one by now, or decided. */
export function changePoll(
  ctx: Context,
  { _id, revision }: Pick<PollRow, '_id' | 'revision'>,
  changes: Partial<Omit<PollRow, '_id' | 'revision' | 'ballots'>>,
): Promise<PollRow | null> {
  return polls(ctx)
    .findOneAndUpdate(
      { _id, revision, state: trusted({ $ne: 'decided' }) },
      { $set: changes, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<PollRow>()
    .exec()
}

/** Keeps votes while the poll takes them, on the dates that it had when they were given; null: it is another one by now, or over. */
export function storeVotes(
  ctx: Context,
  { _id, revision }: PollRow,
  voterId: string,
  { votes, note }: { votes: Readonly<Record<string, PollVote>>; note: string | undefined },
): Promise<PollRow | null> {
  const own = `ballots.${voterId}`
  const now = ctx.clock.now()
  const given = Object.entries(votes).map(([date, vote]) => [`${own}.votes.${date}`, vote])
  return polls(ctx)
    .findOneAndUpdate(
      { _id, revision, state: 'open', closesAt: trusted({ $gt: now }) },
      {
        $set: {
          ...Object.fromEntries(given),
          ...(note === undefined ? {} : { [`${own}.note`]: note }),
          [`${own}.votedAt`]: now,
        },
        $inc: { [`${own}.revision`]: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean<PollRow>()
    .exec()
}

export async function removeBallot(ctx: Context, id: string, voterId: string): Promise<void> {
  await polls(ctx).updateOne({ _id: id }, { $unset: { [`ballots.${voterId}`]: 1 } })
}

/** Polls of these events that nobody has decided. */
export function findUndecided(ctx: Context, ids: readonly string[]): Promise<PollRow[]> {
  return polls(ctx)
    .find({ _id: trusted({ $in: [...ids] }), state: trusted({ $ne: 'decided' }) })
    .lean<PollRow[]>()
    .exec()
}

export async function markConverted(ctx: Context, id: string): Promise<void> {
  await polls(ctx).updateOne({ _id: id, state: 'decided' }, { $set: { converted: true } })
}

/** Decisions whose invitations were not ordered yet. */
export async function findUnconverted(ctx: Context): Promise<string[]> {
  const rows = await polls(ctx)
    .find({ state: 'decided', converted: false })
    .select('_id')
    .lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

/** The contact as a voter of this poll, made when there is none. */
export async function ensureVoter(
  ctx: Context,
  voter: Pick<VoterRow, 'roundtableId' | 'contactId' | 'core'>,
): Promise<VoterRow> {
  const { roundtableId, contactId } = voter
  const row: VoterRow = {
    _id: newId(),
    ...voter,
    tokenHashes: [],
    state: 'planned',
    reason: null,
    dueAt: null,
    askedAt: null,
    remindedAt: null,
    reminderReason: null,
    createdAt: ctx.clock.now(),
  }
  try {
    await voters(ctx).create(row)
    return row
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return voters(ctx).findOne({ roundtableId, contactId }).lean<VoterRow>().orFail()
  }
}

export function findVoterByToken(ctx: Context, tokenHash: string): Promise<VoterRow | null> {
  return voters(ctx).findOne({ tokenHashes: tokenHash }).lean<VoterRow>().exec()
}

export function findVoters(ctx: Context, roundtableId: string): Promise<VoterRow[]> {
  return voters(ctx).find({ roundtableId }).sort({ _id: 1 }).lean<VoterRow[]>().exec()
}

export function findVotersById(ctx: Context, ids: readonly string[]): Promise<VoterRow[]> {
  return voters(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<VoterRow[]>()
    .exec()
}

export function findVotersOf(ctx: Context, contactIds: readonly string[]): Promise<VoterRow[]> {
  return voters(ctx)
    .find({ contactId: trusted({ $in: [...contactIds] }) })
    .sort({ _id: 1 })
    .lean<VoterRow[]>()
    .exec()
}

/** Notes what became of asking. Somebody who was asked stays so, whatever was decided late. */
export async function storeAsking(
  ctx: Context,
  id: string,
  asking: Pick<VoterRow, 'state' | 'reason' | 'dueAt'>,
): Promise<void> {
  const askedAt = asking.state === 'invited' ? ctx.clock.now() : null
  await voters(ctx).updateOne(
    { _id: id, state: trusted({ $ne: 'invited' }) },
    { $set: { ...asking, askedAt } },
  )
}

export async function storeReminder(
  ctx: Context,
  id: string,
  reminder: Pick<VoterRow, 'remindedAt' | 'reminderReason'>,
): Promise<void> {
  await voters(ctx).updateOne({ _id: id, remindedAt: null }, { $set: reminder })
}

export async function storeCore(ctx: Context, id: string, core: boolean): Promise<void> {
  await voters(ctx).updateOne({ _id: id }, { $set: { core } })
}

/** Keeps the hash of one more link. */
export async function storeVoterLink(ctx: Context, id: string, tokenHash: string): Promise<void> {
  await voters(ctx).updateOne({ _id: id }, { $push: { tokenHashes: tokenHash } })
}

export async function deleteVoters(ctx: Context, ids: readonly string[]): Promise<void> {
  await voters(ctx).deleteMany({ _id: trusted({ $in: [...ids] }) })
}
