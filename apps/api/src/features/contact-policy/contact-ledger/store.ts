import type { ContactStanding } from '@sixfold/domain/contact-standing'
import type { LedgerTouch, TouchRefusal } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** A touch that was allowed. `title` is what people read; `subject` names what it is about. */
export interface LedgerEntry extends LedgerTouch {
  touchId: string
  title: string
}

/** A touch that was refused: the latest answer to each. */
export interface RefusalEntry extends LedgerEntry {
  reason: TouchRefusal
  earliest: Date | null
}

export interface AnswerEntry {
  subject: string
  outcome: 'finished' | 'declined'
  at: Date
}

/** Everything that the contact policy must know of one contact, in one document (law 9). */
export interface LedgerRow extends ContactStanding {
  /** The contact's id. */
  _id: string
  revision: number
  touches: LedgerEntry[]
  refusals: RefusalEntry[]
  answers: AnswerEntry[]
  /** The mailbox that does not exist, as its mail server said; another address of the contact is not meant. */
  deadMailbox: DeadMailbox | null
  /** The contact that this one was merged into: the other ledger speaks for both. */
  mergedInto?: string
}

export interface DeadMailbox {
  address: string
  source: string
  at: Date
}

const ledgers = defineCollection<LedgerRow>('contactLedgers', {
  _id: String,
  revision: Number,
  touches: {},
  refusals: {},
  answers: {},
  consents: {},
  optOuts: {},
  doNotCall: {},
  asking: {},
  deadMailbox: {},
  mergedInto: String,
})

/**
 * The ledgers of these contacts; one that was never written is empty at revision 0. Under the id of a contact that was merged
 * stands the ledger of the contact that it is now.
 */
export async function readLedgers(
  ctx: Context,
  contactIds: readonly string[],
): Promise<Map<string, LedgerRow>> {
  const stored = await readOwnLedgers(ctx, contactIds)
  const merged = new Map(
    [...stored].flatMap(([id, { mergedInto }]) => (mergedInto ? [[id, mergedInto]] : [])),
  )
  if (merged.size === 0) return stored
  const kept = await readLedgers(ctx, [...new Set(merged.values())])
  return new Map([...stored].map(([id, row]) => [id, kept.get(merged.get(id) ?? '') ?? row]))
}

/** The ledgers as they are stored, whatever they were merged into. */
export async function readOwnLedgers(
  ctx: Context,
  contactIds: readonly string[],
): Promise<Map<string, LedgerRow>> {
  const rows = await ledgers(ctx)
    .find({ _id: trusted({ $in: [...contactIds] }) })
    .lean<LedgerRow[]>()
  const stored = new Map(rows.map(row => [row._id, row]))
  return new Map(contactIds.map(id => [id, stored.get(id) ?? emptyLedger(id)]))
}

/** Forgets every touch, answer and wish of these contacts. Whose touch is asked for later is refused: the person is erased. */
export async function deleteLedgers(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await ledgers(ctx).deleteMany({ _id: trusted({ $in: [...contactIds] }) })
}

export function emptyLedger(contactId: string): LedgerRow {
  return {
    _id: contactId,
    revision: 0,
    touches: [],
    refusals: [],
    answers: [],
    consents: [],
    optOuts: [],
    doNotCall: null,
    asking: null,
    deadMailbox: null,
  }
}

/**
 * Stores ledgers that were changed from what was read: each by one update that holds only if nobody else wrote since.
 * True when all were; else some writers lost, and only reading again tells which.
 */
export async function storeLedgers(ctx: Context, changed: readonly LedgerRow[]): Promise<boolean> {
  if (changed.length === 0) return true
  try {
    const { matchedCount, upsertedCount } = await ledgers(ctx).bulkWrite(
      changed.map(({ _id, revision, ...content }) => ({
        updateOne: {
          filter: { _id, revision },
          update: { $set: { ...content, revision: revision + 1 } },
          // A ledger that is new to both of two writers is inserted once: the other meets the key.
          upsert: revision === 0,
        },
      })),
      { ordered: false },
    )
    return matchedCount + upsertedCount === changed.length
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    return false
  }
}
