import { randomBytes } from 'node:crypto'
import type { QualityFlag } from '@sixfold/domain/quality/flags'
import type { PageTimes } from '@sixfold/domain/quality/page-times'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import type { Along } from '../../../db/collection.ts'
import { defineCollection, isDuplicateKey, readOne, trusted } from '../../../db/collection.ts'

/** How the answers came. */
export type ResponseMode = 'web' | 'open_link' | 'embedded' | 'phone'

export interface ResponseRow {
  /** The invitation's id: one invitation, one response. */
  _id: string
  waveId: string
  surveyId: string
  version: number
  /** Of the contact when the wave was launched, such as `region:…`, and the mode; the scoreboard counts by them. */
  segments: string[]
  mode: ResponseMode
  state: 'draft' | 'submitted'
  answers: RevisedAnswers
  language: string
  /** Rises with every write; a write is made on the answers it has seen, or not at all. */
  revision: number
  startedAt: Date
  submittedAt: Date | null
  /** Whether the scoreboard holds it; false only between submission and the next fold. */
  counted: boolean
  /** The version of the privacy notice that was shown before the first answer; absent: of a blind wave, or from before there was one. */
  notice?: string
  /** As the browser says, within bounds; absent: nothing was timed. Never of a blind wave. */
  pages?: PageTimes
  /** Random names of the browsers that gave answers by this link; absent: none could be told. */
  browsers?: readonly string[]
  /** Of an open link: the hash of the browser's random name, the same for all its answers by that link. */
  device?: string
  /** A field was filled in that no person sees. */
  trapped?: boolean
  /** What it was last judged to raise; absent: nothing, or it was not judged yet. */
  flags?: readonly QualityFlag[]
  /** Of an open link, once submitted: the hold on places of its quotas that the submission rests on. */
  hold?: string
}

/** A row as it is stored: hardly an answer is ever changed, so only revisions above 1 take room. */
interface StoredResponse extends Omit<ResponseRow, 'answers'> {
  answers: Record<string, AnswerValue | null>
  revisions: Record<string, number>
}

const responses = defineCollection<StoredResponse>(
  'responses',
  {
    _id: String,
    waveId: String,
    surveyId: String,
    version: Number,
    segments: [String],
    mode: String,
    state: String,
    answers: {},
    revisions: {},
    language: String,
    notice: String,
    revision: Number,
    startedAt: Date,
    submittedAt: Date,
    counted: Boolean,
    pages: {},
    browsers: { type: [String], default: undefined },
    device: String,
    trapped: Boolean,
    flags: { type: [String], default: undefined },
    hold: String,
  },
  [
    { fields: { waveId: 1, _id: 1 } },
    { fields: { waveId: 1, counted: 1 }, partialFilterExpression: { state: 'submitted', counted: false } },
    { fields: { movedFrom: 1 }, partialFilterExpression: { state: 'moving' } },
  ],
)

function stored(answers: RevisedAnswers): Pick<StoredResponse, 'answers' | 'revisions'> {
  const all = Object.entries(answers)
  return {
    answers: Object.fromEntries(all.map(([question, { value }]) => [question, value])),
    revisions: Object.fromEntries(
      all.flatMap(([question, { revision }]) => (revision === 1 ? [] : [[question, revision]])),
    ),
  }
}

function toRow({ answers, revisions, ...row }: StoredResponse): ResponseRow {
  const revised = Object.entries(answers).map(([question, value]) => [
    question,
    { value, revision: Object.hasOwn(revisions, question) ? revisions[question] : 1 },
  ])
  return { ...row, answers: Object.fromEntries(revised) }
}

/** The response whose id stands in the field `by`, for who reads something else as well. */
export function responseAlong(by: string): Along<ResponseRow | null> {
  return { collection: 'responses', by, read: found => (found ? toRow(found as StoredResponse) : null) }
}

export async function findResponse(ctx: Context, id: string): Promise<ResponseRow | null> {
  const row = await readOne(responses(ctx), { _id: id })
  return row && toRow(row)
}

/** False when the invitation has a response already. */
export async function insertResponse(ctx: Context, row: ResponseRow): Promise<boolean> {
  try {
    // Without building a document first: the row is typed and complete, and every customer waits for this write.
    await responses(ctx).collection.insertOne({ ...row, ...stored(row.answers) } as object)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export type ResponseChange = Partial<
  Pick<ResponseRow, 'answers' | 'language' | 'state' | 'submittedAt' | 'pages' | 'browsers' | 'hold'>
>

/** Adds whole responses, those that are there already left as they are. */
export async function insertResponses(ctx: Context, rows: readonly ResponseRow[]): Promise<void> {
  if (rows.length === 0) return
  try {
    await responses(ctx).collection.insertMany(
      rows.map(row => ({ ...row, ...stored(row.answers) }) as object),
      { ordered: false },
    )
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** Changes a draft that still stands at `revision`; false when somebody else was first, or it was submitted. */
export async function changeDraft(
  ctx: Context,
  { _id, revision }: Pick<ResponseRow, '_id' | 'revision'>,
  { answers, ...change }: ResponseChange,
): Promise<boolean> {
  const result = await responses(ctx).updateOne(
    { _id, state: 'draft', revision },
    { $set: { ...change, ...(answers ? stored(answers) : {}), revision: revision + 1 } },
  )
  return result.modifiedCount === 1
}

/** Raises a draft to a revision on which no write fits that is under way; false: there is no draft. */
export async function raiseDraft(ctx: Context, id: string): Promise<boolean> {
  const result = await responses(ctx).updateOne({ _id: id, state: 'draft' }, { $inc: { revision: 1 } })
  return result.modifiedCount === 1
}

/** Forgets the drafts of a wave that came these ways. */
export async function deleteDrafts(
  ctx: Context,
  waveId: string,
  modes: readonly ResponseMode[],
): Promise<void> {
  await responses(ctx).deleteMany({ waveId, state: 'draft', mode: trusted({ $in: [...modes] }) })
}

/** Which of these responses are submitted. */
export async function findSubmitted(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await responses(ctx)
    .find({ _id: trusted({ $in: [...ids] }), state: 'submitted' })
    .select('_id')
    .lean<{ _id: string }[]>()
  return new Set(rows.map(({ _id }) => _id))
}

/** A response or draft whose giver was shown a notice: what its time goes by. */
export type PromisedResponse = Pick<ResponseRow, '_id' | 'state' | 'submittedAt' | 'segments' | 'notice'>

/** Those of a wave in the order of their ids: what was sent by an instant, and drafts where they are asked for. */
export function findPromised(
  ctx: Context,
  waveId: string,
  { sentBy, drafts, after, limit }: { sentBy: Date; drafts: boolean; after: string | null; limit: number },
): Promise<PromisedResponse[]> {
  const sent = { state: 'submitted' as const, submittedAt: trusted({ $lte: sentBy }) }
  return responses(ctx)
    .find({
      waveId,
      notice: trusted({ $exists: true }),
      $or: drafts ? [sent, { state: 'draft' as const }] : [sent],
      ...(after ? { _id: trusted({ $gt: after }) } : {}),
    })
    .select('state submittedAt segments notice')
    .sort({ _id: 1 })
    .limit(limit)
    .lean<PromisedResponse[]>()
    .exec()
}

/** What may stay of a response once nobody knows whose it is. */
export type AnonymousRest = Pick<ResponseRow, 'segments' | 'answers'>

/**
 * Puts a nameless response in the place of a submitted one (null: nothing), and deletes that. While one stands for the other
 * it is in no count, so none counts twice; whoever dies in between finds it again by what it replaces.
 */
export async function replaceResponse(
  ctx: Context,
  id: string,
  rest: { row: ResponseRow; kept: AnonymousRest } | null,
): Promise<void> {
  const { collection } = responses(ctx)
  const moving = { state: 'moving', movedFrom: id }
  if (rest && !(await collection.findOne(moving)))
    await collection.insertOne({ ...anonymousRow(rest.row, rest.kept), ...moving } as object)
  await responses(ctx).deleteOne({ _id: id })
  await collection.updateMany(moving, { $set: { state: 'submitted' }, $unset: { movedFrom: 1 } })
}

/** Not even the order of the ids tells when it was made; of the times only the day is left. */
function anonymousRow(row: ResponseRow, { segments, answers }: AnonymousRest): object {
  const { waveId, surveyId, version, mode, language, startedAt, submittedAt } = row
  const day = new Date((submittedAt ?? startedAt).toISOString().slice(0, 10))
  return {
    _id: randomBytes(12).toString('hex'),
    ...{ waveId, surveyId, version, segments, mode, language },
    ...stored(answers),
    revision: 1,
    startedAt: day,
    submittedAt: day,
    counted: true,
  }
}

export async function findResponses(ctx: Context, ids: readonly string[]): Promise<ResponseRow[]> {
  const rows = await responses(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<StoredResponse[]>()
  return rows.map(toRow)
}

export async function findUncounted(ctx: Context, waveId: string, limit: number): Promise<ResponseRow[]> {
  const rows = await responses(ctx)
    .find({ waveId, state: 'submitted', counted: false })
    .limit(limit)
    .lean<StoredResponse[]>()
  return rows.map(toRow)
}

export async function setCounted(ctx: Context, ids: readonly string[]): Promise<void> {
  await responses(ctx).updateMany(
    { _id: trusted({ $in: [...ids] }), state: 'submitted' },
    { $set: { counted: true } },
  )
}

export async function setFlags(
  ctx: Context,
  judged: readonly { id: string; flags: readonly QualityFlag[] }[],
): Promise<void> {
  if (judged.length === 0) return
  await responses(ctx).collection.bulkWrite(
    judged.map(({ id, flags }) => ({
      updateOne: {
        filter: { _id: id as never, state: 'submitted' },
        update: flags.length > 0 ? { $set: { flags } } : { $unset: { flags: '' } },
      },
    })),
    { ordered: false },
  )
}

/** What a search among many responses needs of each. */
export type ScoredResponse = Pick<StoredResponse, '_id' | 'answers' | 'segments' | 'mode' | 'submittedAt'>

/** Submitted responses of a wave by id, with the answers to these questions alone: a hundred thousand are read in one go. */
export function findScored(
  ctx: Context,
  waveId: string,
  { questions, after, limit }: { questions: readonly string[]; after: string | null; limit: number },
): Promise<ScoredResponse[]> {
  const answers = Object.fromEntries(questions.map(question => [`answers.${question}`, 1 as const]))
  const filter = { waveId, state: 'submitted', ...(after ? { _id: { $gt: after } } : {}) }
  // Past mongoose: nothing is cast here, and casting is half of the work.
  return responses(ctx)
    .collection.find(filter as object, {
      projection: { ...answers, segments: 1, mode: 1, submittedAt: 1 },
      sort: { _id: 1 },
      limit,
      batchSize: limit,
    })
    .toArray() as unknown as Promise<ScoredResponse[]>
}

export async function findCounted(
  ctx: Context,
  waveId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<ResponseRow[]> {
  const rows = await responses(ctx)
    .find({ waveId, counted: true, ...(after ? { _id: trusted({ $gt: after }) } : {}) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<StoredResponse[]>()
  return rows.map(toRow)
}
