import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'

export interface AuditRow {
  _id: string
  at: Date
  /** A staff id, `customer`, or `system`. */
  actor: string
  actorName: string
  action: string
  /** What it was done to: `kind:id`. */
  subject: string
  detail: string
}

const entries = defineCollection<AuditRow>(
  'audit',
  {
    _id: String,
    at: Date,
    actor: String,
    actorName: String,
    action: String,
    subject: String,
    detail: String,
  },
  [{ fields: { subject: 1, _id: -1 } }],
)

export async function insertEntry(ctx: Context, entry: Omit<AuditRow, '_id'>): Promise<void> {
  await entries(ctx).create({ _id: newId(), ...entry })
}

/** Several at once, in their order. */
export async function insertEntries(ctx: Context, rows: readonly Omit<AuditRow, '_id'>[]): Promise<void> {
  await entries(ctx).insertMany(
    rows.map(row => ({ _id: newId(), ...row })),
    { lean: true },
  )
}

/** Under an id of the caller's: a second time changes nothing. */
export async function insertEntryOnce(ctx: Context, entry: AuditRow): Promise<void> {
  try {
    await entries(ctx).create(entry)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

export function listEntries(ctx: Context, before: string | null, limit: number): Promise<AuditRow[]> {
  const filter = before ? { _id: trusted({ $lt: before }) } : {}
  return entries(ctx).find(filter).sort({ _id: -1 }).limit(limit).lean<AuditRow[]>().exec()
}
