import type { DuePerson } from '@sixfold/domain/due/assign-due'
import type { DueKind } from '@sixfold/domain/due/due-window'
import { dueKinds } from '@sixfold/domain/due/due-window'
import { addLocalDays, type LocalDate } from '@sixfold/domain/local-date'
import { resolveWallTime, wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { decidingSettings } from '../../contact-policy/contact-ledger/service.ts'
import { readCalendars } from '../../contact-policy/region-calendars/service.ts'
import { findAccounts } from '../../customers/accounts/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts, findContactsOfAccounts } from '../../customers/contacts/service.ts'
import { findInstallationsOfAccounts } from '../../customers/installations/service.ts'
import { listRegions, readOrganisation } from '../../house/organisation/service.ts'
import { openWaveDesk } from '../../waves/wave-joining/service.ts'
import type { DueRow, LookRow } from '../due-records/service.ts'
import { dueBook } from '../due-records/service.ts'
import type { AccountFile, Look } from '../due-steps/service.ts'
import { lookAtAccount } from '../due-steps/service.ts'

const { findDueRows, findLook, findOpenOf, storeDueRows, storeLook } = dueBook

/** Everything is looked at once a day, before anybody works. */
const LOOK_AT = '05:00'

/** The look of today, and how far it has come. */
export async function currentLook(ctx: Context): Promise<{ look: Look; stored: LookRow | null }> {
  const [{ zone }, stored] = await Promise.all([readOrganisation(ctx), findLook(ctx)])
  const wall = wallTimeIn(ctx.clock.now(), zone)
  const day = wall.time < LOOK_AT ? addLocalDays(wall.date, -1) : wall.date
  const on = addLocalDays(day, 1)
  const next = { at: resolveWallTime({ date: on, time: LOOK_AT, zone }).instant, on }
  return { look: { day, next, finished: stored?.finished ?? null }, stored }
}

/** Takes everything until this day as looked at: what lapsed before is no business of the report. */
export async function beginLooksAfter(ctx: Context, day: LocalDate): Promise<void> {
  await storeLook(ctx, { _id: 'look', day, finished: day, kind: null, after: null })
}

/** Looks again at what these accounts bought, after something changed. */
export async function lookAgain(ctx: Context, accountIds: readonly string[]): Promise<void> {
  await lookAtAccounts(ctx, accountIds, (await currentLook(ctx)).look)
}

/**
 * Plans everything that is due at these accounts, and notes where each thing stands. A survey that may leave is handed to its wave.
 * Repeating it changes nothing that did not change meanwhile.
 */
export async function lookAtAccounts(ctx: Context, ids: readonly string[], look: Look): Promise<void> {
  const accountIds = [...new Set(ids)]
  if (accountIds.length === 0) return
  const files = await readFiles(ctx, accountIds)
  const people = await readPeople(ctx, [...files.values()])
  const waves = await openWaveDesk(ctx, [...people.contacts.values()], handedTo(files))
  const now = ctx.clock.now()
  const changed: Record<DueKind, DueRow[]> = { installation_call: [], product_survey: [] }
  for (const file of files.values()) {
    const own = { ...file, people: people.of(file) }
    for (const { kind, row } of lookAtAccount(own, { look, now, waves, contacts: people.contacts }))
      changed[kind].push(row)
  }
  // The calls first: a survey that is handed over shall find them.
  for (const kind of ['installation_call', 'product_survey'] as const)
    await storeDueRows(ctx, kind, changed[kind])
  await waves.join(
    changed.product_survey.flatMap(({ waveId, contactId, state, closesOn }) =>
      waveId && contactId && state === 'due' ? [{ waveId, contactId, lastDay: closesOn }] : [],
    ),
  )
}

async function readFiles(ctx: Context, accountIds: readonly string[]): Promise<Map<string, AccountFile>> {
  const [accounts, installations, regions, calendarOf, { zone }] = await Promise.all([
    findAccounts(ctx, accountIds),
    findInstallationsOfAccounts(ctx, accountIds),
    listRegions(ctx),
    readCalendars(ctx),
    readOrganisation(ctx),
  ])
  const zones = new Map(regions.map(region => [region._id, region.zone]))
  const files = new Map<string, AccountFile>()
  for (const account of accounts.values())
    files.set(account._id, {
      account,
      place: {
        zone: zones.get(account.regionId) ?? zone,
        calendar: await calendarOf(account.regionId),
      },
      installations: [],
      rows: { installation_call: new Map(), product_survey: new Map() },
    })
  for (const installation of installations)
    files.get(installation.accountId)?.installations.push(installation)
  const installationIds = installations.map(({ id }) => id)
  for (const kind of dueKinds) {
    const stored = [
      ...(await findOpenOf(ctx, kind, accountIds)),
      ...(await findDueRows(ctx, kind, installationIds)).values(),
    ]
    const accountOf = new Map(installations.map(({ id, accountId }) => [id, accountId]))
    for (const row of stored) files.get(accountOf.get(row._id) ?? row.accountId)?.rows[kind].set(row._id, row)
  }
  return files
}

interface People {
  contacts: ReadonlyMap<string, KnownContact>
  of: (file: AccountFile) => DuePerson[]
}

/** Those whom installations name; of accounts with a thing that names nobody, everybody. */
async function readPeople(ctx: Context, files: readonly AccountFile[]): Promise<People> {
  const named = await findContacts(
    ctx,
    files.flatMap(({ installations }) => installations.flatMap(({ contactId }) => contactId ?? [])),
  )
  const isThere = (id: string | null) => id !== null && named.get(id)?.erased === false
  const open = files.filter(
    ({ installations }) => !installations.every(({ contactId }) => isThere(contactId)),
  )
  const all = await findContactsOfAccounts(
    ctx,
    open.map(({ account }) => account._id),
  )
  const contacts = new Map<string, KnownContact>()
  for (const contact of [...named.values(), ...all]) if (!contact.erased) contacts.set(contact.id, contact)
  const settings = await decidingSettings(ctx, contacts)
  const people = new Map<string, DuePerson>()
  for (const [id, { policyOf, ...setting }] of settings)
    people.set(id, {
      id,
      seniority: contacts.get(id)?.seniority ?? '',
      ...setting,
      policies: {
        installation_call: policyOf('installation_call'),
        product_survey: policyOf('product_survey'),
      },
    })
  const byAccount = Map.groupBy(contacts.values(), ({ accountId }) => accountId)
  return {
    contacts,
    of({ account, installations }) {
      const ids = new Set((byAccount.get(account._id) ?? []).map(({ id }) => id))
      for (const { contactId } of installations) if (contactId) ids.add(contactId)
      return [...ids].flatMap(id => people.get(id) ?? [])
    },
  }
}

const handedTo = (files: ReadonlyMap<string, AccountFile>) =>
  [...files.values()].flatMap(({ rows }) =>
    [...rows.product_survey.values()].flatMap(({ waveId }) => waveId ?? []),
  )
