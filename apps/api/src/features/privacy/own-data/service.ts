import type { OwnCorrection, OwnData, OwnField } from '@sixfold/contract/own-data'
import { OWN_DATA_FORMAT } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguages } from '@sixfold/contract/words'
import { readPhone } from '@sixfold/domain/contact-points'
import type { DataRequestKind, ErasureObstacle } from '@sixfold/domain/data-requests/states'
import { erasureObstacles, isEnded } from '@sixfold/domain/data-requests/states'
import { LINK_DAYS } from '@sixfold/domain/personal-links'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { countOpenCases } from '../../cases/cases/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import { correctContact } from '../../customers/contact-records/service.ts'
import type { ContactRow } from '../../customers/contacts/service.ts'
import { findContactWithMerged } from '../../customers/contacts/service.ts'
import { recordOfCustomer } from '../../house/audit/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { findMailsTo, sendMail } from '../../house/outbox/service.ts'
import type { DataRequestRow } from '../data-requests/service.ts'
import {
  askAboutData,
  beginErasure,
  dataRequestsOf,
  findRequest,
  mayWrite,
} from '../data-requests/service.ts'
import { ownInterviews, ownInvitations, saidAndSent } from '../own-history/service.ts'
import { workFor } from '../own-work/service.ts'
import type { PersonalVisit } from '../personal-links/service.ts'
import { makePersonalLink } from '../personal-links/service.ts'

/**
 * Sends the link to somebody's data to the address on record, at most once an hour. Nobody learns whether it left: the words on
 * the screen are the same, whatever is on record.
 */
export async function sendDataLink(
  ctx: Context,
  { contact }: PersonalVisit,
  language: UiLanguage,
): Promise<void> {
  const hour = ctx.clock.now().toISOString().slice(0, 'yyyy-mm-ddThh'.length)
  const key = `own-data-link:${contact.id}:${hour}`
  if (!(await mayWrite(ctx, contact.id, key))) return
  const { name: organisation } = await readOrganisation(ctx)
  const { address: link } = await makePersonalLink(ctx, contact.id, 'own_data')
  await recordOfCustomer(ctx, 'own-data.link-asked', `contact:${contact.id}`)
  await sendMail(ctx, {
    kind: 'own-data-link',
    key,
    to: contact.email,
    language,
    values: { name: contact.name, organisation, days: LINK_DAYS.own_data, link },
  })
}

/** Everything that is held about a person; reading it leaves an audit entry (law 7). */
export async function readOwnData(
  ctx: Context,
  { contact }: PersonalVisit,
  language: UiLanguage,
  how: 'read' | 'downloaded' = 'read',
): Promise<OwnData> {
  const rows = await findContactWithMerged(ctx, contact.id)
  const own = rows.find(({ _id }) => _id === contact.id)
  if (!own) throw new AppError('link_unknown')
  await recordOfCustomer(ctx, `own-data.${how}`, `contact:${contact.id}`)
  const ids = rows.map(({ _id }) => _id)
  const [{ name: organisation }, places, said, invitations, interviews, work] = await Promise.all([
    readOrganisation(ctx),
    placesOf(ctx, rows),
    saidAndSent(ctx, contact, language),
    ownInvitations(ctx, ids, language),
    ownInterviews(ctx, ids, language),
    workFor(ctx, contact, ids, language),
  ])
  const mails = await findMailsTo(ctx, {
    contactIds: ids,
    addresses: rows.map(row => row.email.toLowerCase()),
  })
  return {
    format: OWN_DATA_FORMAT,
    organisation,
    madeAt: ctx.clock.now().toISOString(),
    record: recordOf(own, places),
    joinedRecords: rows.filter(row => row !== own).map(row => recordOf(row, places)),
    ...said,
    mails: mails.map(({ createdAt, subject, sentAt }) => ({
      at: createdAt.toISOString(),
      subject,
      sentAt: sentAt?.toISOString() ?? null,
    })),
    invitations,
    interviews,
    ...work,
  }
}

interface Places {
  account: (row: ContactRow) => string
  region: (row: ContactRow) => string
}

async function placesOf(ctx: Context, rows: readonly ContactRow[]): Promise<Places> {
  const accounts = await findAccounts(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  const regions = new Map((await listRegions(ctx)).map(({ _id, name }) => [_id, name]))
  return {
    account: ({ accountId }) => accounts.get(accountId)?.name ?? '',
    region: ({ regionId }) => regions.get(regionId) ?? '',
  }
}

function recordOf(row: ContactRow, places: Places): OwnField[] {
  const fields = [
    'name',
    'email',
    'phone',
    'role',
    'seniority',
    'languages',
    'channels',
    'country',
    'zone',
  ] as const
  const noted = fields.map((field): OwnField => {
    const origin = row.provenance[field]
    const source = origin?.source.split(':')[0]
    const known = (['import', 'staff', 'portal'] as const).find(one => one === source)
    return {
      field,
      value: row[field],
      source: origin ? (known ?? 'other') : null,
      at: (origin?.at ?? row.createdAt).toISOString(),
    }
  })
  const plain = (field: OwnField['field'], value: string): OwnField => ({
    field,
    value,
    source: null,
    at: row.createdAt.toISOString(),
  })
  return [
    ...noted,
    plain('account', places.account(row)),
    plain('region', places.region(row)),
    plain('externalId', row.externalId),
  ]
}

const LONGEST_WORDS = 120

/** The languages that a person may choose for letters: those of the product, and the person's own. */
export function lettersFor({ contact }: PersonalVisit): string[] {
  return [...new Set<string>([...uiLanguages, ...contact.languages])]
}

/** What of a correction cannot be taken, where these languages are offered. */
export function correctionFaults(
  { name, role, phone, language }: OwnCorrection,
  letters: readonly string[],
): (keyof OwnCorrection)[] {
  const faults: (keyof OwnCorrection)[] = []
  if (name === '' || name.length > LONGEST_WORDS) faults.push('name')
  if (role.length > LONGEST_WORDS) faults.push('role')
  if (phone !== '' && !readPhone(phone).ok) faults.push('phone')
  if (!letters.includes(language)) faults.push('language')
  return faults
}

/** Takes over what a person says of themselves, at once: who can read the own data may correct them. */
export async function correctOwnData(
  ctx: Context,
  { contact }: PersonalVisit,
  { name, role, phone, language }: OwnCorrection,
): Promise<void> {
  const languages = [language, ...contact.languages.filter(tag => tag !== language)]
  const changed = await correctContact(ctx, contact.id, {
    name,
    role,
    phone: phone === '' ? null : phone,
    languages,
  })
  if (changed.length > 0)
    await recordOfCustomer(ctx, 'own-data.corrected', `contact:${contact.id}`, changed.join(', '))
}

/** What only staff may do. False: it is more than one request can hold. */
export async function askStaff(
  ctx: Context,
  { contact }: PersonalVisit,
  { kind, text }: { kind: Exclude<DataRequestKind, 'erasure'>; text: string },
): Promise<boolean> {
  try {
    await askAboutData(ctx, { contactId: contact.id, kind, text })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return false
    throw error
  }
}

/** Why an erasure would wait for a person; an erasure that waits already is no reason. */
export async function obstaclesFor(ctx: Context, { contact }: PersonalVisit): Promise<ErasureObstacle[]> {
  const [complaints, requests] = await Promise.all([
    countOpenCases(ctx, contact.id),
    dataRequestsOf(ctx, contact.id),
  ])
  const otherRequests = requests.filter(({ kind, state }) => kind !== 'erasure' && !isEnded(state)).length
  return erasureObstacles({ complaints, otherRequests })
}

/** Records the wish with its clocks, and carries it out at once where nothing speaks against it. */
export async function askForErasure(ctx: Context, visit: PersonalVisit): Promise<DataRequestRow> {
  const obstacles = await obstaclesFor(ctx, visit)
  const row = await askAboutData(ctx, {
    contactId: visit.contact.id,
    kind: 'erasure',
    text: '',
    quiet: obstacles.length === 0,
  })
  if (obstacles.length > 0 || isEnded(row.state) || row.state === 'under_way') return row
  try {
    return await beginErasure(ctx, row)
  } catch (error) {
    // A double click: the other one was first, and what it began is what both see.
    if (!(error instanceof AppError) || error.code !== 'wrong_state') throw error
    return (await findRequest(ctx, row._id)) ?? row
  }
}
