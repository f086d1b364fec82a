import type { LiveTopic } from '@sixfold/contract/live-rooms'
import type { LiveQuestionState } from '@sixfold/domain/live-room/live-question'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

export interface EntryRow {
  _id: string
  roundtableId: string
  /** The idea board it stands on; null: a question. */
  itemId: string | null
  /** Who said it: a mark of this event alone, of nobody by name. */
  participant: string
  /** Names the statement among those of its participant. */
  key: string
  text: string
  /** As its asker typed it; empty: without a name, or its time is up. */
  name: string
  topic?: LiveTopic | null
  state: LiveQuestionState
  /** The moderator hid all of this participant: what comes next is hidden too. */
  silenced?: boolean
  votes: number
  voters: string[]
  requirement: string | null
  at: Date
}

/** Without who voted, which nobody needs to know. */
export type ShownEntry = Omit<EntryRow, 'voters'>

const entries = defineCollection<EntryRow>(
  'liveEntries',
  {
    _id: String,
    roundtableId: String,
    itemId: String,
    participant: String,
    key: String,
    text: String,
    name: String,
    topic: {},
    state: String,
    silenced: Boolean,
    votes: Number,
    voters: [String],
    requirement: String,
    at: Date,
  },
  [{ fields: { roundtableId: 1, participant: 1, key: 1 }, unique: true }],
)

/** Inserts it; one that came before under the same key stays as it is. */
export async function insertEntry(ctx: Context, row: EntryRow): Promise<void> {
  try {
    await entries(ctx).create(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** How much of what was said in a room is neither hidden nor answered. */
export function countOpen(ctx: Context, roundtableId: string): Promise<number> {
  return entries(ctx)
    .countDocuments({ roundtableId, state: trusted({ $nin: ['hidden', 'answered'] }) })
    .exec()
}

/** The newest first. */
export function findEntries(ctx: Context, roundtableId: string, limit: number): Promise<ShownEntry[]> {
  return entries(ctx)
    .find({ roundtableId })
    .select('-voters')
    .sort({ _id: -1 })
    .limit(limit)
    .lean<ShownEntry[]>()
    .exec()
}

export function findEntry(ctx: Context, roundtableId: string, _id: string): Promise<ShownEntry | null> {
  return entries(ctx).findOne({ _id, roundtableId }).select('-voters').lean<ShownEntry>().exec()
}

export async function findVotedBy(ctx: Context, roundtableId: string, voter: string): Promise<string[]> {
  const rows = await entries(ctx)
    .find({ roundtableId, voters: voter })
    .select('_id')
    .lean<{ _id: string }[]>()
    .exec()
  return rows.map(({ _id }) => _id)
}

export interface EntryVote {
  id: string
  roundtableId: string
  voter: string
}

/** Adds or takes away one voter and the count with it; false: it stood so before, or takes no votes. */
export async function setVote(
  ctx: Context,
  { id: _id, roundtableId, voter }: EntryVote,
  wanted: boolean,
  states: readonly LiveQuestionState[],
): Promise<boolean> {
  const open = { _id, roundtableId, state: trusted({ $in: [...states] }) }
  const { modifiedCount } = wanted
    ? await entries(ctx)
        .updateOne(
          { ...open, voters: trusted({ $ne: voter }) },
          { $addToSet: { voters: voter }, $inc: { votes: 1 } },
        )
        .exec()
    : await entries(ctx)
        .updateOne(
          { ...open, voters: voter, participant: trusted({ $ne: voter }) },
          { $pull: { voters: voter }, $inc: { votes: -1 } },
        )
        .exec()
  return modifiedCount > 0
}

/** Takes an entry from one state to another; false: it is not in that state any more. */
export async function moveEntry(
  ctx: Context,
  _id: string,
  from: LiveQuestionState,
  to: LiveQuestionState,
): Promise<boolean> {
  const { modifiedCount } = await entries(ctx)
    .updateOne({ _id, state: from }, { $set: { state: to } })
    .exec()
  return modifiedCount > 0
}

/** Hides everything of a participant, and marks it so that what comes next is hidden too. */
export async function silence(ctx: Context, roundtableId: string, participant: string): Promise<void> {
  await entries(ctx)
    .updateMany({ roundtableId, participant }, { $set: { state: 'hidden', silenced: true } })
    .exec()
}

/** Lets a participant be seen again; what was hidden stays so until it is shown. */
export async function endSilence(ctx: Context, roundtableId: string, participant: string): Promise<void> {
  await entries(ctx)
    .updateMany({ roundtableId, participant, silenced: true }, { $set: { silenced: false } })
    .exec()
}

export async function isSilenced(ctx: Context, roundtableId: string, participant: string): Promise<boolean> {
  return (await entries(ctx).exists({ roundtableId, participant, silenced: true }).exec()) !== null
}

export async function setRequirement(ctx: Context, _id: string, requirement: string): Promise<void> {
  await entries(ctx).updateOne({ _id }, { $set: { requirement } }).exec()
}

/** Takes the names from what was said before an instant. */
export async function clearNamesBefore(ctx: Context, before: Date): Promise<void> {
  await entries(ctx)
    .updateMany({ at: trusted({ $lt: before }), name: trusted({ $ne: '' }) }, { $set: { name: '' } })
    .exec()
}

/** Takes every typed name that fits. */
export async function clearNames(ctx: Context, fits: (name: string) => boolean): Promise<void> {
  const named = await entries(ctx)
    .find({ name: trusted({ $ne: '' }) })
    .select('name')
    .lean<Pick<EntryRow, '_id' | 'name'>[]>()
    .exec()
  const ids = named.filter(({ name }) => fits(name)).map(({ _id }) => _id)
  if (ids.length > 0)
    await entries(ctx)
      .updateMany({ _id: trusted({ $in: ids }) }, { $set: { name: '' } })
      .exec()
}
