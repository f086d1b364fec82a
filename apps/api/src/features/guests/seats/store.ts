import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { defineCollection, trusted } from '../../../db/collection.ts'

/** `_id` is the round table's id. */
type SeatLedgerRow = SeatLedger & { _id: string }

const ledgers = defineCollection<SeatLedgerRow>('seatLedgers', {
  _id: String,
  capacity: Number,
  segmentCaps: {},
  claims: {},
  waitlist: {},
  remote: {},
  revision: Number,
})

/** Opens a ledger; one that is open already stays as it is. */
export async function insertLedger(ctx: Context, id: string, ledger: SeatLedger): Promise<void> {
  await ledgers(ctx).updateOne({ _id: id }, { $setOnInsert: ledger }, { upsert: true })
}

export async function findLedgers(ctx: Context, ids: readonly string[]): Promise<Map<string, SeatLedger>> {
  const rows = await ledgers(ctx)
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<SeatLedgerRow[]>()
  return new Map(rows.map(({ _id, ...ledger }) => [_id, ledger]))
}

/** Writes what was decided on a revision; false when somebody else was faster. */
export async function storeLedger(
  ctx: Context,
  id: string,
  ledger: SeatLedger,
  decidedOn: number,
): Promise<boolean> {
  const { matchedCount } = await ledgers(ctx).updateOne({ _id: id, revision: decidedOn }, { $set: ledger })
  return matchedCount === 1
}
