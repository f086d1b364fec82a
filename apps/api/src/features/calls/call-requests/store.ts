import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** Somebody who was invited to a survey would rather talk. One a link: asking again changes it, or begins another round. */
export interface CallRequestRow {
  /** The invitation's id. */
  _id: string
  contactId: string
  waveId: string
  waveName: string
  /** The number that was given; null: the one on record. */
  phone: string | null
  when: string
  language: string
  askedAt: Date
  /** When the person was told that somebody calls. */
  callBy: Date
  /** How often it was asked for, once the request before was done. */
  round: number
  /** Rises with every change; a change is made on what it has seen, or not at all. */
  revision: number
}

const requests = defineCollection<CallRequestRow>(
  'callRequests',
  {
    _id: String,
    contactId: String,
    waveId: String,
    waveName: String,
    phone: String,
    when: String,
    language: String,
    askedAt: Date,
    callBy: Date,
    round: Number,
    revision: Number,
  },
  [{ fields: { contactId: 1, askedAt: -1 } }],
)

export function findRequest(ctx: Context, id: string): Promise<CallRequestRow | null> {
  return requests(ctx).findById(id).lean<CallRequestRow>().exec()
}

export function findRequestsOf(ctx: Context, contactId: string): Promise<CallRequestRow[]> {
  return requests(ctx).find({ contactId }).sort({ askedAt: -1 }).limit(100).lean<CallRequestRow[]>().exec()
}

/** Which of these links were used so. */
export async function findAsked(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await requests(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .select('_id')
    .lean<{ _id: string }[]>()
  return new Set(rows.map(({ _id }) => _id))
}

/** Writes it on the revision that was seen; false when another one of the same link was first. */
export async function storeRequest(ctx: Context, { revision, ...row }: CallRequestRow): Promise<boolean> {
  const next = { ...row, revision: revision + 1 }
  if (revision > 0)
    return (await requests(ctx).updateOne({ _id: row._id, revision }, { $set: next })).modifiedCount === 1
  try {
    await requests(ctx).create(next)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** Puts the requests of a contact to the one it was merged into. */
export async function handOverRequests(ctx: Context, from: string, to: string): Promise<void> {
  await requests(ctx).updateMany({ contactId: from }, { $set: { contactId: to } })
}

/** Of somebody who was erased. */
export async function deleteRequestsOf(ctx: Context, contactId: string): Promise<void> {
  await requests(ctx).deleteMany({ contactId })
}
