import type { ContactRecord } from '@sixfold/contract/customers'
import type { StaffMember } from '@sixfold/contract/staff'
import { marksOfContact, marksWithout } from '@sixfold/domain/customers/marks'
import type { Changes } from '@sixfold/domain/customers/provenance'
import { givenFields, originsAfter, originsOf, realChanges } from '@sixfold/domain/customers/provenance'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { record } from '../../house/audit/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { accountFor, describeOrigins, sourceOf } from '../accounts/service.ts'
import type { ContactFields, ContactRow } from '../contacts/service.ts'
import {
  contactFor,
  findContactRows,
  findContactsByEmail,
  inLists,
  insertContact,
  updateContact,
} from '../contacts/service.ts'

// What staff read, add and change of a person, with where each value comes from.

/** One contact with where each value comes from. */
export async function readRecord(ctx: Context, actor: StaffMember, id: string): Promise<ContactRecord> {
  const row = await contactFor(ctx, actor, id, 'customers.read')
  await record(ctx, actor, 'contact.read', `contact:${id}`)
  return toRecord(ctx, row)
}

export async function createContact(
  ctx: Context,
  actor: StaffMember,
  { externalId, accountId, ...fields }: ContactFields & { externalId: string; accountId: string },
): Promise<ContactRecord> {
  const { regionId } = await accountFor(ctx, actor, accountId, 'customers.edit')
  await checkAddress(ctx, fields.email)
  const at = ctx.clock.now()
  const source = sourceOf(actor)
  const provenance = originsOf(givenFields(fields), { source, at, verifiedAt: at })
  const row = await insertContact(ctx, {
    externalId,
    accountId,
    regionId,
    ...fields,
    provenance,
    marks: marksOfContact({ ...fields, provenance }),
    optedOut: false,
    erased: false,
    createdBy: source,
    createdAt: at,
  })
  if (!row) throw new AppError('already_exists')
  await record(ctx, actor, 'contact.created', `contact:${row._id}`)
  await tellOfContact(ctx, 'contact.created', row)
  return toRecord(ctx, row)
}

export interface ContactChange {
  id: string
  revision: number
  changes: Changes<ContactFields>
  verified?: (keyof ContactFields)[] | undefined
}

/** Changes a contact on the state that the caller saw, or notes that fields are true as they stand. */
export async function changeContact(
  ctx: Context,
  actor: StaffMember,
  { id, revision, changes, verified = [] }: ContactChange,
): Promise<ContactRecord> {
  const stored = await contactFor(ctx, actor, id, 'customers.edit')
  const real = realChanges<ContactFields>(stored, changes)
  const changed = Object.keys(real) as (keyof ContactFields)[]
  const settled = [...new Set([...changed, ...verified])]
  if (stored.revision !== revision) throw await conflict(ctx, stored)
  if (settled.length === 0) return toRecord(ctx, stored)
  if (real.email !== undefined) await checkAddress(ctx, real.email)
  const provenance = originsAfter(
    stored.provenance,
    { changed, verified },
    { source: sourceOf(actor), at: ctx.clock.now() },
  )
  const now = { ...stored, ...real, provenance }
  const row = await updateContact(ctx, stored, {
    ...real,
    provenance,
    marks: verified.reduce(marksWithout, marksAfter(stored.marks, now, changed)),
  })
  if (!row) throw await conflict(ctx, await contactFor(ctx, actor, id, 'customers.read'))
  const action = changed.length > 0 ? 'contact.changed' : 'contact.verified'
  await record(ctx, actor, action, `contact:${id}`, settled.join(', '))
  await tellOfContact(ctx, 'contact.changed', row)
  return toRecord(ctx, row)
}

const MOST_ROUNDS = 20

/** What a person says of themselves, by the own page: it counts as verified. Answers which fields are new. */
export async function correctContact(
  ctx: Context,
  id: string,
  changes: Changes<ContactFields>,
): Promise<(keyof ContactFields)[]> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const stored = (await findContactRows(ctx, [id])).get(id)
    if (!stored || stored.erased) throw new AppError('not_found')
    const real = realChanges<ContactFields>(stored, changes)
    const changed = Object.keys(real) as (keyof ContactFields)[]
    if (changed.length === 0) return []
    const origin = { source: 'portal', at: ctx.clock.now() }
    const provenance = originsAfter(stored.provenance, { changed, verified: [] }, origin)
    const marks = marksAfter(stored.marks, { ...stored, ...real, provenance }, changed)
    const row = await updateContact(ctx, stored, { ...real, provenance, marks })
    if (!row) continue
    await tellOfContact(ctx, 'contact.changed', row)
    return changed
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

function tellOfContact(
  ctx: Context,
  type: 'contact.created' | 'contact.changed',
  { _id: contactId, externalId, accountId, regionId, revision }: ContactRow,
): Promise<void> {
  const data = { contactId, externalId, accountId, revision }
  return emitEvent(ctx, { type, id: `contact:${contactId}:${revision}`, regionIds: [regionId], data })
}

/** Marks of what was changed are found anew; a telephone number is judged by the country. */
function marksAfter(
  before: ContactRow['marks'],
  now: ContactRow,
  changed: readonly (keyof ContactFields)[],
): ContactRow['marks'] {
  const judged: string[] = changed.includes('country') ? [...changed, 'phone'] : [...changed]
  return [
    ...judged.reduce(marksWithout, before),
    ...marksOfContact(now).filter(({ field }) => judged.includes(field)),
  ]
}

/** One address belongs to one person: letters and answers could not be told apart. */
async function checkAddress(ctx: Context, email: string): Promise<void> {
  if ((await findContactsByEmail(ctx, [email])).length > 0) throw new AppError('already_exists')
}

async function conflict(ctx: Context, current: ContactRow): Promise<AppError> {
  return new AppError('revision_conflict', { data: { current: await toRecord(ctx, current) } })
}

async function toRecord(ctx: Context, row: ContactRow): Promise<ContactRecord> {
  const [contact, kept] = await Promise.all([inLists(ctx, row), describeOrigins(ctx, row)])
  const { languages, channels, country, revision } = row
  return { ...contact, languages, channels, country, revision, ...kept }
}
