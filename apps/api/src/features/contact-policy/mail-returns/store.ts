import type { BounceSeverity } from '@sixfold/domain/mail-returns/bounce'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'

/** Where a return came from. */
export type ReturnSource = 'file' | 'webhook' | 'smtp'

/** What came back of one of our mails. Of the mail that told it nothing else is kept. */
export interface ReturnRow {
  /** Of the mail that came back, what kind of return it is, and the message that told it: the same is one return. */
  _id: string
  mailId: string
  contactId: string | null
  kind: 'bounce' | 'complaint' | 'auto_reply'
  severity: BounceSeverity | null
  status: string
  diagnostic: string
  /** The first day on which an absent reader is back. */
  backOn: string | null
  source: ReturnSource
  at: Date
}

const returns = defineCollection<ReturnRow>(
  'mailReturns',
  {
    _id: String,
    mailId: String,
    contactId: String,
    kind: String,
    severity: String,
    status: String,
    diagnostic: String,
    backOn: String,
    source: String,
    at: Date,
  },
  [{ fields: { contactId: 1, at: -1 } }, { fields: { mailId: 1 } }],
)

export async function returnExists(ctx: Context, id: string): Promise<boolean> {
  return (await returns(ctx).exists({ _id: id })) !== null
}

/** Forgets what came back of these people's mails. */
export async function deleteReturns(
  ctx: Context,
  { contactIds, mailIds }: { contactIds: readonly string[]; mailIds: readonly string[] },
): Promise<void> {
  await returns(ctx).deleteMany({
    $or: [{ contactId: trusted({ $in: [...contactIds] }) }, { mailId: trusted({ $in: [...mailIds] }) }],
  })
}

/** Stores a return; one that is stored stays as it is. */
export async function insertReturn(ctx: Context, row: ReturnRow): Promise<void> {
  try {
    await returns(ctx).create(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}
