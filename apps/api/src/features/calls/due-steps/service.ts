import type { WorkingCalendar } from '@sixfold/domain/calendar/working-days'
import type { AssignedDue, DuePerson, OpenThing } from '@sixfold/domain/due/assign-due'
import { assignDue } from '@sixfold/domain/due/assign-due'
import { dueStep } from '@sixfold/domain/due/due-step'
import type { DueKind } from '@sixfold/domain/due/due-window'
import { dueKinds, dueWindow, isInSight } from '@sixfold/domain/due/due-window'
import type { LocalDate } from '@sixfold/domain/local-date'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import { installationSubject } from '../../contact-policy/touch-decisions/service.ts'
import type { AccountRow } from '../../customers/accounts/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import type { KnownInstallation } from '../../customers/installations/service.ts'
import { dayOf } from '../../customers/installations/service.ts'
import type { WaveDesk } from '../../waves/wave-joining/service.ts'
import type { DueRow } from '../due-records/service.ts'

/** One daily look at everything that is due. */
export interface Look {
  /** The day of the house. */
  day: LocalDate
  next: { at: Date; on: LocalDate }
  /** The last day that was looked at to the end. */
  finished: LocalDate | null
}

/** What is kept of an account's things. */
export interface AccountFile {
  account: AccountRow
  place: { zone: string; calendar: WorkingCalendar }
  installations: KnownInstallation[]
  rows: Record<DueKind, Map<string, DueRow>>
}

export interface LookingAt {
  look: Look
  now: Date
  waves: WaveDesk
  contacts: ReadonlyMap<string, KnownContact>
}

export interface Found {
  kind: DueKind
  row: DueRow
}

/**
 * Where each thing that an account bought stands now: what is to be stored. Reads and writes nothing.
 */
export function lookAtAccount(file: AccountFile & { people: readonly DuePerson[] }, at: LookingAt): Found[] {
  const { place, people } = file
  const things = thingsOf(file, at)
  const planned = assignDue({
    things: things.filter(({ row }) => !row?.begun).map(({ thing }) => thing),
    people,
    now: at.now,
    calendar: place.calendar,
  })
  const byId = new Map(things.map(one => [one.thing.id, one]))
  const zones = new Map(people.map(({ id, contact: { zone, fallbackZone } }) => [id, { zone, fallbackZone }]))
  const found: Found[] = []
  for (const plan of planned) {
    const one = byId.get(plan.id)
    if (!one) continue
    const { zone, fallbackZone } = zones.get(plan.personId ?? '') ?? { zone: place.zone }
    const row = nextRow(
      file,
      { ...one, plan, dayOf: instant => wallTimeIn(instant, zone, fallbackZone).date },
      at,
    )
    if (row) found.push({ kind: plan.kind, row })
  }
  return [...found, ...endedRows(file, things, at)]
}

interface Thing {
  thing: OpenThing
  installation: KnownInstallation
  /** As it was stored about the same day; null: it is new, or its day was corrected. */
  row: DueRow | null
  revision: number
}

/** What can still come true, or could since the last look. */
function thingsOf({ installations, rows, place }: AccountFile, { look, now }: LookingAt): Thing[] {
  const today = wallTimeIn(now, place.zone).date
  return installations.flatMap(installation =>
    dueKinds.flatMap(kind => {
      const since = installation[dayOf[kind]]
      if (since === null || since > today) return []
      const stored = rows[kind].get(installation.id) ?? null
      const isOpen = stored?.state === 'waiting' || stored?.state === 'due'
      const isSame = stored?.since === since
      if (stored && !isOpen && (stored.state === 'done' || stored.reason === 'not_wanted')) return []
      if (stored && !isOpen && isSame && stored.reason !== 'gone') return []
      const { closes } = dueWindow({ kind, since, calendar: place.calendar })
      if (!(isOpen && isSame) && closes < (look.finished ?? today)) return []
      const row = isOpen && isSame ? stored : null
      const handed = row?.waveId != null && row.state === 'due'
      const thing: OpenThing = {
        id:
          kind === 'installation_call' ? installationSubject(installation.id) : `purchase:${installation.id}`,
        kind,
        since,
        namedId: handed ? row.contactId : installation.contactId,
        lastId: row?.contactId ?? null,
        exceptId: row?.exceptId ?? null,
        notBefore: row?.notBefore ?? null,
      }
      return [{ thing, installation, row, revision: stored?.revision ?? 0 }]
    }),
  )
}

/** Null: it is too far away to be kept. */
function nextRow(
  { account }: AccountFile,
  { plan, installation, row, revision, dayOf }: Thing & { plan: AssignedDue; dayOf: (at: Date) => LocalDate },
  { look, now, waves, contacts }: LookingAt,
): DueRow | null {
  const today = dayOf(now)
  if (!row && !isInSight(plan, today)) return null
  const contact = plan.personId === null ? undefined : contacts.get(plan.personId)
  // What somebody asked for or corrected is about that person alone.
  const kept = row && row.contactId === plan.personId ? row : null
  const wrongPhone = kept?.wrongPhone && kept.wrongPhone === contact?.phone ? kept.wrongPhone : null
  const callBackAt = kept?.callBackAt ?? null
  const before = row && { ...row, begun: row.begun !== null, callBackAt, wrongNumber: wrongPhone !== null }
  const standing = dueStep({ plan, today, nextLook: look.next, dayOf, before })
  const asked =
    plan.kind === 'product_survey'
      ? waves.stepOf({ standing, waveId: row?.waveId ?? null, contact, nextLookOn: look.next.on })
      : { ...standing, waveId: null }
  const isSettled = asked.state !== 'waiting' && asked.state !== 'due'
  return {
    _id: installation.id,
    accountId: account._id,
    regionId: account.regionId,
    productId: installation.productId,
    contactId: plan.personId,
    ownerId: account.ownerId,
    since: plan.since,
    opensOn: plan.opens,
    closesOn: plan.closes,
    tries: row?.tries ?? 0,
    notBefore: row?.notBefore ?? null,
    begun: null,
    language: contact?.language ?? null,
    callBackAt,
    wrongPhone,
    exceptId: row?.exceptId ?? null,
    ...(row?.attempts ? { attempts: row.attempts } : {}),
    settledAt: isSettled ? now : null,
    revision,
    ...asked,
  }
}

/** Calls that go on, and open things whose ground is gone. */
function endedRows(
  { account, rows, place }: AccountFile,
  things: readonly Thing[],
  { look, now }: LookingAt,
): Found[] {
  const today = wallTimeIn(now, place.zone).date
  const known = new Set(things.map(({ thing }) => thing.id))
  const found: Found[] = []
  for (const kind of dueKinds)
    for (const row of rows[kind].values()) {
      if (row.state !== 'waiting' && row.state !== 'due') continue
      const id = kind === 'installation_call' ? installationSubject(row._id) : `purchase:${row._id}`
      const lookOn = look.next.on
      if (!known.has(id))
        found.push({
          kind,
          row: { ...row, ...ended, state: 'cancelled', reason: 'gone', lookOn, settledAt: now },
        })
      else if (row.begun && today > row.closesOn)
        found.push({
          kind,
          row: { ...row, ...ended, state: 'lapsed', reason: 'no_outcome', lookOn, settledAt: now },
        })
      else if (row.begun)
        // The account may have been merged or moved while somebody calls.
        found.push({
          kind,
          row: {
            ...row,
            accountId: account._id,
            regionId: account.regionId,
            ownerId: account.ownerId,
            lookOn,
          },
        })
    }
  return found
}

const ended = { dueAt: null, begun: null } as const
