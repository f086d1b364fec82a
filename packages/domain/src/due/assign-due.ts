import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { LocalDate } from '../local-date.ts'
import type { Seniority } from '../survey/plan.ts'
import { type DueWindow, dueWindow } from './due-window.ts'
import { type DuePlan, type DueSetting, type DueThing, planDue } from './plan-due.ts'

/** Somebody at the account who could be asked. */
export interface DuePerson extends DueSetting {
  id: string
  seniority: Seniority | ''
}

export interface OpenThing extends DueThing {
  /** Whom the record names for it; null: whoever fits best. */
  namedId: string | null
  /** Whom it was given to the last time: stays with that person while it can happen. */
  lastId: string | null
  /** Who said that others know more of it. */
  exceptId?: string | null
}

export interface AssignedDue extends DueWindow, Pick<DuePlan, 'id' | 'kind' | 'at'> {
  since: LocalDate
  /** Null: there is nobody to ask. */
  personId: string | null
  /** Why not now; null: it may happen at `at`. */
  reason: DuePlan['reason'] | 'no_contact'
}

/** Who works with a product knows most of it; executives are asked last, and half as often. */
const firstToAsk: readonly (Seniority | '')[] = ['specialist', 'manager', '', 'executive']
/** Of very large accounts, so many of those who know most. */
const MOST_CANDIDATES = 40

/**
 * Gives each thing that an account bought to a person, and plans for each person what is due. A thing that names a person keeps to
 * it while that person is there. The others, earliest end of window first, go to whoever can be asked inside the window: users before
 * managers before executives, then whoever may be asked soonest with all that was given to them before.
 *
 * @example assignDue({ things: [{ id: 'i1', kind: 'installation_call', since: '2026-01-05', namedId: null, lastId: null }], people, now, calendar })
 *   // [{ id: 'i1', personId: 'the specialist', at, ... }]
 */
export function assignDue({
  things,
  people,
  now,
  calendar,
}: {
  things: readonly OpenThing[]
  people: readonly DuePerson[]
  now: Date
  /** Of the account's region: for a thing that nobody can be asked about. */
  calendar: WorkingCalendar
}): AssignedDue[] {
  const byId = new Map(people.map(person => [person.id, person]))
  const given = new Map<string, OpenThing[]>()
  const give = (personId: string, thing: OpenThing) =>
    given.set(personId, [...(given.get(personId) ?? []), thing])
  const planWith = (person: DuePerson, thing: OpenThing) =>
    planDue({ ...person, now, things: [...(given.get(person.id) ?? []), thing] }).find(
      ({ id }) => id === thing.id,
    )?.at ?? null

  const open: OpenThing[] = []
  for (const thing of things) {
    if (thing.namedId !== null && thing.namedId !== thing.exceptId && byId.has(thing.namedId))
      give(thing.namedId, thing)
    else open.push(thing)
  }
  const candidates = people
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
  const nobody: OpenThing[] = []
  for (const thing of inOrderOfEnd(open, calendar)) {
    const last = thing.lastId === null || thing.lastId === thing.exceptId ? undefined : byId.get(thing.lastId)
    const stays = last !== undefined && planWith(last, thing) !== null
    const chosen = stays ? last : bestFor(thing, candidates, planWith)
    if (chosen) give(chosen.id, thing)
    else nobody.push(thing)
  }
  const planned = [...given].flatMap(([personId, own]) => {
    const person = byId.get(personId)
    const plans = person ? planDue({ ...person, now, things: own }) : []
    return plans.map(({ id, kind, opens, closes, at, reason }) => {
      const since = own.find(thing => thing.id === id)?.since ?? ''
      return { id, kind, since, opens, closes, at, reason, personId }
    })
  })
  const left = nobody.map(({ id, kind, since }) => ({
    id,
    kind,
    since,
    ...dueWindow({ kind, since, calendar }),
    at: null,
    reason: 'no_contact' as const,
    personId: null,
  }))
  return [...planned, ...left]
}

function bestFor(
  thing: OpenThing,
  candidates: readonly DuePerson[],
  planWith: (person: DuePerson, thing: OpenThing) => Date | null,
): DuePerson | null {
  let best: { person: DuePerson; at: Date | null } | null = null
  for (const person of candidates) {
    if (person.id === thing.exceptId) continue
    const at = planWith(person, thing)
    if (!best || isBetter({ person, at }, best)) best = { person, at }
  }
  return best?.person ?? null
}

interface Candidate {
  person: DuePerson
  at: Date | null
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.at === null || other.at === null) return one.at !== null && other.at === null
  const rank = rankOf(one.person) - rankOf(other.person)
  return rank < 0 || (rank === 0 && one.at < other.at)
}

const rankOf = ({ seniority }: DuePerson) => firstToAsk.indexOf(seniority)

function inOrderOfEnd(things: readonly OpenThing[], calendar: WorkingCalendar): OpenThing[] {
  const ends = new Map(things.map(thing => [thing.id, dueWindow({ ...thing, calendar }).closes]))
  const endOf = ({ id }: OpenThing) => ends.get(id) ?? ''
  return things.toSorted((a, b) =>
    endOf(a) === endOf(b) ? (a.id < b.id ? -1 : 1) : endOf(a) < endOf(b) ? -1 : 1,
  )
}
