import type { StaffMember } from '@sixfold/contract/staff'
import type { Context } from '../context.ts'
import { newId } from '../db/collection.ts'
import { findContacts } from '../features/customers/contacts/service.ts'
import { findProducts } from '../features/customers/products/service.ts'
import { addRival } from '../features/evidence/rivalries/service.ts'
import { findGuests } from '../features/guests/guests/service.ts'
import {
  noteInterests,
  proposeTables,
  readTables,
  saveTables,
} from '../features/guests/table-plans/service.ts'
import { findRoundtables } from '../features/roundtables/event-records/service.ts'
import type { PlannedEvent } from './events.ts'

const SEATS = 7
const GUESTS_AT_A_TABLE = 5
const factors = ['delivery', 'support-and-service', 'administration', 'technical-solutions']
const hosts = ['Đỗ Hải Nam', 'Mai Phương Lan', 'Hoàng Đức Anh', 'Bùi Thanh Tâm']

/** Tables of the round tables to come: competitors apart, some prospects with a product in mind, everybody seated. */
export async function setTables(
  ctx: Context,
  actor: StaffMember,
  events: readonly PlannedEvent[],
): Promise<void> {
  const products = await findProducts(ctx)
  for (const { region, date } of events) {
    const [event] = await findRoundtables(ctx, [region._id], { from: date, to: date })
    if (!event) continue
    const { _id: id } = event
    const { people } = await readTables(ctx, actor, id)
    if (people.length < GUESTS_AT_A_TABLE) continue
    const accounts = await accountsAt(ctx, id, people)
    const [first, second, third] = accounts
    for (const rival of [second, third])
      if (first && rival) await addRival(ctx, actor, { id: first, otherId: rival })
    for (const [at, guest] of people
      .filter(({ kind }) => kind === 'prospect')
      .slice(0, 3)
      .entries()) {
      const product = products[at % products.length]
      if (product) await noteInterests(ctx, actor, { id, guestId: guest.id, productIds: [product._id] })
    }
    const count = Math.min(hosts.length, Math.ceil(people.length / GUESTS_AT_A_TABLE))
    const numbers = Array.from({ length: count }, (_, at) => at)
    const { revision } = await readTables(ctx, actor, id)
    await saveTables(ctx, actor, {
      id,
      revision,
      tables: numbers.map(at => ({
        id: newId(),
        name: `${region.country === 'VN' ? 'Bàn' : 'Table'} ${at + 1}`,
        seats: SEATS,
        factor: factors[at] ?? null,
      })),
      hosts: numbers.map(at => ({ id: newId(), name: hosts[at] ?? '' })),
    })
    await proposeTables(ctx, actor, { id, afresh: false })
  }
}

/** The accounts of those in the room, in the order in which they were invited. */
async function accountsAt(ctx: Context, id: string, people: readonly { id: string }[]): Promise<string[]> {
  const here = new Set(people.map(person => person.id))
  const rows = (await findGuests(ctx, id)).filter(({ _id }) => here.has(_id))
  const contacts = await findContacts(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  return [...new Set(rows.flatMap(({ contactId }) => contacts.get(contactId)?.accountId ?? []))]
}
