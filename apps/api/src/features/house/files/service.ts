import { createHash, randomBytes } from 'node:crypto'
import type { AttachedFile } from '@sixfold/contract/portal'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { Answers } from '@sixfold/domain/survey/answers'
import { isList } from '@sixfold/domain/survey/answers'
import { safeFileName } from '@sixfold/domain/survey/file-name'
import { acceptedType } from '@sixfold/domain/survey/file-types'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { FileFamily, QuestionOf } from '@sixfold/domain/survey/question'
import { addDays } from 'date-fns/addDays'
import { addHours } from 'date-fns/addHours'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { HEAD_BYTES, recognise, TAIL_BYTES } from '../../../files/recognise.ts'
import { readResponse } from '../../answering/responses/service.ts'
import { record } from '../audit/service.ts'
import type { FileRow } from './store.ts'
import {
  deleteFile,
  findReady,
  findRowsOf,
  findSame,
  findToRemove,
  findUploadsOf,
  insertArriving,
  keepForGood,
  makeReady,
  PIECE_BYTES,
  readPieces,
  renameFile,
  writePiece,
} from './store.ts'

export type { FileRow } from './store.ts'

const MEGABYTE = 1_000_000
const MOST_PICTURE_BYTES = 5 * MEGABYTE
const MOST_ATTACHED_BYTES = 20 * MEGABYTE
/** A file that nothing names by then goes. */
const DAYS_UNTIL_NAMED = 7
/** An upload that was never sent goes this long after its wave: until then somebody may still go on. */
const DAYS_AFTER_CLOSE = 7
/** A file that has not arrived by then never will. */
const HOURS_TO_ARRIVE = 6

export interface Incoming {
  name: string
  content: AsyncIterable<Uint8Array>
}

/** Keeps a picture for surveys. The same picture is kept once. */
export async function storePicture(ctx: Context, actor: StaffMember, file: File): Promise<FileRow> {
  if (!can(actor, 'survey.edit')) throw new AppError('not_found')
  if (file.size > MOST_PICTURE_BYTES) throw new AppError('body_too_large')
  return receive(
    ctx,
    { kind: 'picture', responseId: null, question: null, regionId: null, removeAt: null },
    { families: ['image'], mostBytes: MOST_PICTURE_BYTES },
    { name: file.name, content: file.stream() },
  )
}

/** What a file is attached to: the agenda of an event, a case, the evidence of a study. */
export interface Attachment {
  kind: 'material' | 'case' | 'evidence'
  /** The id of that thing. */
  of: string
}

/** Keeps a file for a thing; until that names it, it may go. Who may add it was decided before. */
export function storeAttached(
  ctx: Context,
  { kind, of, regionId }: Attachment & { regionId: string | null },
  file: File,
): Promise<FileRow> {
  if (file.size > MOST_ATTACHED_BYTES) throw new AppError('body_too_large')
  const removeAt = addDays(ctx.clock.now(), DAYS_UNTIL_NAMED)
  return receive(
    ctx,
    { kind, responseId: null, question: of, regionId, removeAt },
    { families: ['image', 'pdf', 'document', 'spreadsheet'], mostBytes: MOST_ATTACHED_BYTES },
    { name: file.name, content: file.stream() },
  )
}

/** Files of a thing, in the order of these ids; those of other things are not among them. */
export async function findAttached(
  ctx: Context,
  place: Attachment,
  ids: readonly string[],
): Promise<FileRow[]> {
  const rows = ids.length === 0 ? [] : await findRowsOf(ctx, place, ids)
  return ids.flatMap(id => rows.find(({ _id }) => _id === id) ?? [])
}

/** The content of a thing's file; null: it has no such file. Who may read it was decided before. */
export async function readAttached(ctx: Context, place: Attachment, id: string): Promise<File | null> {
  const [row] = await findAttached(ctx, place, [id])
  return row ? contentOf(ctx, row) : null
}

/** The thing names these files: they stay. */
export async function keepAttached(ctx: Context, place: Attachment, ids: readonly string[]): Promise<void> {
  for (const { _id } of await findAttached(ctx, place, ids)) await keepForGood(ctx, _id)
}

export async function dropAttached(ctx: Context, place: Attachment, ids: readonly string[]): Promise<void> {
  for (const { _id } of await findAttached(ctx, place, ids)) await deleteFile(ctx, _id)
}

async function contentOf(ctx: Context, row: FileRow): Promise<File> {
  const parts: Buffer<ArrayBuffer>[] = []
  for await (const piece of readPieces(ctx, row)) parts.push(Buffer.from(piece))
  return new File(parts, row.name, { type: row.type })
}

/** Where a respondent's file belongs. */
export interface UploadPlace {
  responseId: string
  /** Null: of nobody's region, by an open link for all of them. */
  regionId: string | null
  closesAt: Date
  question: QuestionOf<'upload'>
}

/** Keeps a respondent's file; it counts only once it stands in an answer. The same file given twice is one. */
export function storeUpload(
  ctx: Context,
  { responseId, regionId, closesAt, question }: UploadPlace,
  incoming: Incoming,
): Promise<FileRow> {
  const removeAt = addDays(closesAt, DAYS_AFTER_CLOSE)
  const megabytes = Math.min(question.maxMegabytes, SURVEY_LIMITS.megabytes)
  return receive(
    ctx,
    { kind: 'upload', responseId, question: question.id, regionId, removeAt },
    { families: question.accept, mostBytes: megabytes * MEGABYTE },
    incoming,
  )
}

type Place = Pick<FileRow, 'kind' | 'responseId' | 'question' | 'regionId' | 'removeAt'>

/** Takes in a file piece by piece, then looks at what it is. What is refused, or breaks off, leaves nothing behind. */
async function receive(
  ctx: Context,
  { removeAt, ...place }: Place,
  { families, mostBytes }: { families: readonly FileFamily[]; mostBytes: number },
  { name, content }: Incoming,
): Promise<FileRow> {
  const now = ctx.clock.now()
  const arriving: FileRow = {
    // Not to be guessed: whoever knows the id of a picture may see it.
    _id: randomBytes(16).toString('hex'),
    ...place,
    state: 'arriving',
    type: '',
    name: '',
    bytes: 0,
    sha256: '',
    createdAt: now,
    removeAt: addHours(now, HOURS_TO_ARRIVE),
  }
  await insertArriving(ctx, arriving)
  try {
    const { head, tail, bytes, sha256 } = await takeIn(ctx, arriving._id, content, mostBytes)
    if (bytes === 0) throw new AppError('invalid_input')
    const read = () => readPieces(ctx, { _id: arriving._id, bytes })
    const type = await recognise({ head, tail, bytes, read })
    const accepted = type === null ? null : acceptedType(families, type)
    if (!accepted) throw new AppError('unsupported_media_type')
    const known = {
      type: accepted.type,
      name: safeFileName(name, accepted.extension),
      bytes,
      sha256,
      removeAt,
    }
    if (await makeReady(ctx, arriving._id, known)) return { ...arriving, ...known, state: 'ready' }
    const same = await findSame(ctx, { ...place, sha256 })
    if (!same) throw new AppError('unavailable', { retryAfterSeconds: 1 })
    await deleteFile(ctx, arriving._id)
    // An event's file is told apart by its name: whoever gives it another one means it.
    return place.kind !== 'upload' && place.kind !== 'picture'
      ? await renameFile(ctx, same, known.name)
      : same
  } catch (error) {
    // A database that is away is no reason to lose the first error; the sweep finds what is left.
    await deleteFile(ctx, arriving._id).catch(() => undefined)
    throw error
  }
}

async function takeIn(ctx: Context, id: string, content: AsyncIterable<Uint8Array>, mostBytes: number) {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let waiting = Buffer.alloc(0)
  let bytes = 0
  let pieces = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new AppError('body_too_large')
    hash.update(chunk)
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES)
    waiting = Buffer.concat([waiting, chunk])
    for (; waiting.length >= PIECE_BYTES; waiting = waiting.subarray(PIECE_BYTES), pieces += 1)
      await writePiece(ctx, id, pieces, waiting.subarray(0, PIECE_BYTES))
  }
  if (waiting.length > 0) await writePiece(ctx, id, pieces, waiting)
  return { head, tail, bytes, sha256: hash.digest('hex') }
}

/** Upload questions whose answers name files that this response was not given; another response's file is one of those. */
export async function unknownFiles(
  ctx: Context,
  responseId: string,
  questions: Iterable<string>,
  answers: Answers,
): Promise<string[]> {
  const named = [...questions].map(question => ({ question, ids: idsIn(answers, question) }))
  const found = await uploadsOf(
    ctx,
    responseId,
    named.flatMap(({ ids }) => ids),
  )
  return named.flatMap(({ question, ids }) =>
    ids.every(id => found.get(id)?.question === question) ? [] : [question],
  )
}

/** What a page shows of the files in its answers, by id. */
export async function attachedFiles(
  ctx: Context,
  responseId: string,
  questions: Iterable<string>,
  answers: Answers,
): Promise<Record<string, AttachedFile>> {
  const found = await uploadsOf(
    ctx,
    responseId,
    [...questions].flatMap(question => idsIn(answers, question)),
  )
  return Object.fromEntries([...found].map(([id, { name, bytes }]) => [id, { name, bytes }]))
}

/** Removes files that their respondent took out again. */
export async function removeUploads(ctx: Context, responseId: string, ids: readonly string[]): Promise<void> {
  for (const id of (await uploadsOf(ctx, responseId, ids)).keys()) await deleteFile(ctx, id)
}

/** Removes everything that was given to these responses. */
export async function removeUploadsOf(ctx: Context, responseIds: readonly string[]): Promise<void> {
  for (const id of await findUploadsOf(ctx, responseIds)) await deleteFile(ctx, id)
}

async function uploadsOf(
  ctx: Context,
  responseId: string,
  ids: readonly string[],
): Promise<Map<string, FileRow>> {
  if (ids.length === 0) return new Map()
  const rows = await findReady(ctx, 'upload', ids)
  return new Map(rows.filter(row => row.responseId === responseId).map(row => [row._id, row]))
}

/** The files in one answer. */
export function idsIn(answers: Answers, question: string): readonly string[] {
  const value = Object.hasOwn(answers, question) ? answers[question] : undefined
  return isList(value) ? value : []
}

export interface StoredContent extends Pick<FileRow, 'name' | 'type' | 'bytes'> {
  content: () => AsyncIterable<Buffer>
}

/** A picture for whoever has its id. */
export async function openPicture(ctx: Context, id: string): Promise<StoredContent> {
  const [row] = await findReady(ctx, 'picture', [id])
  if (!row) throw new AppError('not_found')
  return { name: row.name, type: row.type, bytes: row.bytes, content: () => readPieces(ctx, row) }
}

/** A file of a submitted response, for staff who may read it; each reading is noted (law 7). */
export async function readUpload(ctx: Context, actor: StaffMember, id: string): Promise<File> {
  const [row] = await findReady(ctx, 'upload', [id])
  if (!row || !can(actor, 'response.read', { regionId: row.regionId })) throw new AppError('not_found')
  if (!(await isNeeded(ctx, row))) throw new AppError('not_found')
  await record(ctx, actor, 'file.read', `response:${row.responseId}`, id)
  return contentOf(ctx, row)
}

/** Whether a submitted response holds it. */
async function isNeeded(ctx: Context, { _id, responseId, question }: FileRow): Promise<boolean> {
  const response = responseId === null ? null : await readResponse(ctx, responseId)
  if (response?.state !== 'submitted' || question === null) return false
  const value = response.answers[question]?.value
  return isList(value) && value.includes(_id)
}

const BATCH = 100

/** Removes files that never arrived, and uploads that no submitted response holds once their time is over. Repeating it is safe. */
export async function sweepFiles(ctx: Context): Promise<void> {
  for (;;) {
    const due = await findToRemove(ctx, ctx.clock.now(), BATCH)
    for (const file of due) {
      if (file.state === 'ready' && (await isNeeded(ctx, file))) await keepForGood(ctx, file._id)
      else await deleteFile(ctx, file._id)
    }
    if (due.length < BATCH) return
  }
}
