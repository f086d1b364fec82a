import type { ImportRegion } from '@sixfold/domain/customers/import-file'
import { placeOfContact } from '@sixfold/domain/customers/import-file'
import type { ImportedContact, ImportedRow } from '@sixfold/domain/customers/import-row'
import { marksOfContact } from '@sixfold/domain/customers/marks'
import { takeOver } from '@sixfold/domain/customers/take-over'
import { startOfUtcDay } from '@sixfold/domain/local-date'
import type { Context } from '../../../context.ts'
import type { ImportCounts, ImportOrder } from '../../../csv/importer.ts'
import { untilWritten } from '../../../csv/importer.ts'
import { noteStandings } from '../../contact-policy/contact-standing/service.ts'
import type { AccountRow } from '../accounts/service.ts'
import type { ContactChange, ContactFields, ContactRow, NewContact } from '../contacts/service.ts'
import { findContactsByExternalId, storeImportedContacts } from '../contacts/service.ts'
import { hasChanged } from '../import-accounts/service.ts'

export interface ContactTally {
  counts: ImportCounts
  accountOf: ReadonlyMap<string, AccountRow>
  regionOf: ReadonlyMap<string, ImportRegion>
}

interface SaidOfContact {
  row: ImportedRow
  contact: ImportedContact
  accountId: string
  regionId: string
  region: ImportRegion
}

/** Makes and changes the contacts of some rows, and notes what they said about being contacted. */
export async function writeImportedContacts(
  ctx: Context,
  order: ImportOrder,
  rows: readonly ImportedRow[],
  tally: ContactTally,
): Promise<void> {
  const said = rows.flatMap(row => saidOf(row, tally))
  let before: Map<string, ContactRow> | undefined
  let marks: ReadonlyMap<string, number> = new Map()
  await untilWritten(async () => {
    const stored = await storedContacts(ctx, said)
    before ??= stored
    const planned = plan(order, said, stored)
    marks = planned.marked
    return storeImportedContacts(ctx, planned.made, planned.changes, order._id)
  })
  const known = before ?? new Map<string, ContactRow>()
  for (const { contact } of said) {
    const row = known.get(contact.externalId)
    if (!row || row.createdBy === order._id) tally.counts.contactsCreated += 1
    else tally.counts.contactsUpdated += 1
    tally.counts.marked += marks.get(contact.externalId) ? 1 : 0
  }
  await noteStanding(ctx, order, said)
}

/** The account's region is the contact's, and without a place of its own it lies where the region does. */
function saidOf(row: ImportedRow, { accountOf, regionOf }: ContactTally): SaidOfContact[] {
  const account = accountOf.get(row.account.externalId)
  const region = account && regionOf.get(account.regionId)
  if (!row.contact || !account || !region) return []
  return [{ row, contact: row.contact, accountId: account._id, regionId: account.regionId, region }]
}

async function storedContacts(
  ctx: Context,
  said: readonly SaidOfContact[],
): Promise<Map<string, ContactRow>> {
  const rows = await findContactsByExternalId(
    ctx,
    said.map(({ contact }) => contact.externalId),
  )
  return new Map(rows.map(row => [row.externalId, row]))
}

function plan(order: ImportOrder, said: readonly SaidOfContact[], stored: ReadonlyMap<string, ContactRow>) {
  const from = { source: `import:${order._id}`, at: order.startedAt }
  const made: NewContact[] = []
  const changes: ContactChange[] = []
  const marked = new Map<string, number>()
  for (const one of said) {
    const { externalId } = one.contact
    const row = stored.get(externalId)
    // What was merged into another record is that record's business, and an erased person stays erased.
    if (row?.mergedInto || row?.erased) continue
    const fields = fieldsOf(one, row)
    const taken = takeOver<ContactFields>(
      { fields: row ?? blank, provenance: row?.provenance ?? {}, marks: row?.marks ?? [] },
      fields,
      from,
    )
    const provenance = { ...row?.provenance, ...taken.provenance }
    const { accountId, regionId } = one
    const now = { ...row, ...placeOfContact(one.row, one.region), ...taken.fields }
    const marks = [
      ...taken.marks,
      ...marksOfContact({
        email: now.email ?? '',
        phone: now.phone ?? null,
        country: row && !taken.fields.country ? row.country : now.country,
        provenance,
      }),
    ]
    marked.set(externalId, marks.length)
    if (!row) {
      const { name, email } = one.contact
      const place = placeOfContact(one.row, one.region)
      made.push({
        externalId,
        fields: { ...place, ...fields, name, email, accountId, regionId },
        provenance,
        marks,
      })
      continue
    }
    const moved = row.accountId === accountId && row.regionId === regionId ? {} : { accountId, regionId }
    const change = { fields: { ...taken.fields, ...moved }, provenance: taken.provenance, marks }
    if (hasChanged(change, row.marks)) changes.push({ row, ...change })
  }
  return { made, changes, marked }
}

/** A new contact has none of these: whatever a file says of them is new. */
const blank = {} as ContactFields

/** What a row says about a person, as it would be stored. */
function fieldsOf(
  { row, contact, region }: SaidOfContact,
  stored: ContactRow | undefined,
): Partial<ContactFields> {
  const { externalId: _e, optOuts: _o, doNotCall: _d, consent: _c, languages, ...fields } = contact
  const place = placeOfContact(row, region)
  // One language in a file puts it first; the others that are known stay behind it.
  const others = languages?.length === 1 ? (stored?.languages ?? []).filter(tag => tag !== languages[0]) : []
  return {
    ...fields,
    ...(languages ? { languages: [...languages, ...others] } : {}),
    // Who moves to another country without a zone gets the zone of that country.
    ...(row.country === undefined ? {} : { country: place.country, zone: place.zone }),
    ...(row.zone === undefined ? {} : { zone: row.zone }),
  }
}

async function noteStanding(ctx: Context, order: ImportOrder, said: readonly SaidOfContact[]): Promise<void> {
  const speaking = said.filter(
    ({ contact: { optOuts, doNotCall, consent } }) => optOuts || doNotCall || consent,
  )
  if (speaking.length === 0) return
  const source = `import:${order._id}`
  const stored = await storedContacts(ctx, speaking)
  await noteStandings(
    ctx,
    speaking.flatMap(({ contact }) => {
      const row = stored.get(contact.externalId)
      if (!row || row.erased) return []
      const { optOuts = [], doNotCall = false, consent } = contact
      return {
        contactId: row.mergedInto ?? row._id,
        optOuts,
        doNotCall,
        // A list knows the day alone.
        consent: consent && { ...without(consent), source, at: new Date(startOfUtcDay(consent.on)) },
        said: { source, at: order.startedAt },
      }
    }),
  )
}

function without({ on: _, ...consent }: NonNullable<ImportedContact['consent']>) {
  return consent
}
