import type { PageTimes } from '@sixfold/domain/quality/page-times'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../context.ts'
import { defineCollection, isDuplicateKey, readOne, trusted } from '../../db/collection.ts'

/** How the answers came. */
export type ResponseMode = 'web' | 'open_link' | 'embedded'

export interface ResponseRow {
  /** The invitation's id: one invitation, one response. */
  _id: string
  waveId: string
  surveyId: string
  version: number
  /** Of the contact when the wave was launched, such as `region:…`; the scoreboard counts by them. */
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
  /** As the browser says, within bounds; absent: nothing was timed. Never of a blind wave. */
  pages?: PageTimes
  /** Random names of the browsers that gave answers by this link; absent: none could be told. */
  browsers?: readonly string[]
  /** Of an open link: the hash of the browser's random name, the same for all its answers by that link. */
  device?: string
  /** A field was filled in that no person sees. */
  trapped?: boolean
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
    revision: Number,
    startedAt: Date,
    submittedAt: Date,
    counted: Boolean,
    pages: {},
    browsers: { type: [String], default: undefined },
    device: String,
    trapped: Boolean,
  },
  [
    { fields: { waveId: 1, _id: 1 } },
    { fields: { waveId: 1, counted: 1 }, partialFilterExpression: { state: 'submitted', counted: false } },
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
  Pick<ResponseRow, 'answers' | 'language' | 'state' | 'submittedAt' | 'pages' | 'browsers'>
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

/** Which of these responses are submitted. */
export async function findSubmitted(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await responses(ctx)
    .find({ _id: trusted({ $in: [...ids] }), state: 'submitted' })
    .select('_id')
    .lean<{ _id: string }[]>()
  return new Set(rows.map(({ _id }) => _id))
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
