import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

export interface FileRow {
  _id: string
  /** `picture`: in a survey, for everybody. `upload`: given by a respondent, for few. `material`: of an event's agenda, `case`: of a case, `evidence`: of a study; its `question` is the id of that. */
  kind: 'picture' | 'upload' | 'material' | 'case' | 'evidence'
  /** `arriving`: its pieces are still coming; a file that never arrives is removed like any other at `removeAt`. */
  state: 'arriving' | 'ready'
  type: string
  name: string
  bytes: number
  sha256: string
  createdAt: Date
  /** Of an upload: the response and the question it belongs to, and the region whose staff may read it. */
  responseId: string | null
  question: string | null
  regionId: string | null
  /** When it goes, unless it is needed; null: it stays. */
  removeAt: Date | null
}

interface PieceRow {
  _id: string
  data: Buffer
}

const files = defineCollection<FileRow>(
  'files',
  {
    _id: String,
    kind: String,
    state: String,
    type: String,
    name: String,
    bytes: Number,
    sha256: String,
    createdAt: Date,
    responseId: String,
    question: String,
    regionId: String,
    removeAt: Date,
  },
  [
    {
      // The same file given twice to one place is one file, as after a double click.
      fields: { kind: 1, responseId: 1, question: 1, sha256: 1 },
      unique: true,
      partialFilterExpression: { state: 'ready' },
    },
    { fields: { removeAt: 1 } },
    { fields: { responseId: 1 } },
  ],
)

/** The content in pieces, in the database like all else: several processes share it, and backups hold it. */
const pieces = defineCollection<PieceRow>('filePieces', { _id: String, data: Buffer })

/** Below what one document may be, and small enough to pass through memory one after the other. */
export const PIECE_BYTES = 255 * 1024

const pieceId = (file: string, index: number) => `${file}:${String(index).padStart(5, '0')}`

export async function insertArriving(ctx: Context, row: FileRow): Promise<void> {
  await files(ctx).insertMany([row], { lean: true })
}

export async function writePiece(ctx: Context, file: string, index: number, data: Buffer): Promise<void> {
  await pieces(ctx).insertMany([{ _id: pieceId(file, index), data }], { lean: true })
}

/** False when the place has the same file already. */
export async function makeReady(
  ctx: Context,
  id: string,
  known: Pick<FileRow, 'type' | 'name' | 'bytes' | 'sha256' | 'removeAt'>,
): Promise<boolean> {
  try {
    const result = await files(ctx).updateOne(
      { _id: id, state: 'arriving' },
      { $set: { ...known, state: 'ready' } },
    )
    return result.modifiedCount === 1
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export function findSame(
  ctx: Context,
  { kind, responseId, question, sha256 }: Pick<FileRow, 'kind' | 'responseId' | 'question' | 'sha256'>,
): Promise<FileRow | null> {
  return files(ctx).findOne({ state: 'ready', kind, responseId, question, sha256 }).lean<FileRow>().exec()
}

export function findReady(ctx: Context, kind: FileRow['kind'], ids: readonly string[]): Promise<FileRow[]> {
  return files(ctx)
    .find({ _id: trusted({ $in: [...ids] }), kind, state: 'ready' })
    .lean<FileRow[]>()
    .exec()
}

/** Of one event, case or study. */
export function findRowsOf(
  ctx: Context,
  { kind, of }: Pick<FileRow, 'kind'> & { of: string },
  ids: readonly string[],
): Promise<FileRow[]> {
  return files(ctx)
    .find({ _id: trusted({ $in: [...ids] }), kind, question: of, state: 'ready' })
    .lean<FileRow[]>()
    .exec()
}

export async function* readPieces(ctx: Context, { _id, bytes }: Pick<FileRow, '_id' | 'bytes'>) {
  for (let index = 0; index * PIECE_BYTES < bytes; index += 1) {
    const piece = await pieces(ctx)
      .findById(pieceId(_id, index))
      .lean<{ data: Buffer | { buffer: Uint8Array } }>()
    if (!piece) throw new Error(`file ${_id} has no piece ${index}`)
    yield Buffer.isBuffer(piece.data) ? piece.data : Buffer.from(piece.data.buffer)
  }
}

/** Its content first: what is left of an interrupted removal is still found. */
export async function deleteFile(ctx: Context, id: string): Promise<void> {
  await pieces(ctx).deleteMany({ _id: trusted({ $gte: `${id}:`, $lt: `${id};` }) })
  await files(ctx).deleteOne({ _id: id })
}

/** The ids of everything that was given to these responses, arriving or there. */
export async function findUploadsOf(ctx: Context, responseIds: readonly string[]): Promise<string[]> {
  const rows = await files(ctx)
    .find({ kind: 'upload', responseId: trusted({ $in: [...responseIds] }) })
    .select('_id')
    .lean<{ _id: string }[]>()
  return rows.map(({ _id }) => _id)
}

export function findToRemove(ctx: Context, now: Date, limit: number): Promise<FileRow[]> {
  return files(ctx)
    .find({ removeAt: trusted({ $lte: now, $ne: null }) })
    .sort({ removeAt: 1 })
    .limit(limit)
    .lean<FileRow[]>()
    .exec()
}

export async function renameFile(ctx: Context, row: FileRow, name: string): Promise<FileRow> {
  await files(ctx).updateOne({ _id: row._id }, { $set: { name } })
  return { ...row, name }
}

export async function keepForGood(ctx: Context, id: string): Promise<void> {
  await files(ctx).updateOne({ _id: id }, { $set: { removeAt: null } })
}
