/** Somebody with a seat, as the plan of tables sees them. */
export interface TableGuest {
  id: string
  accountId: string
  /** A host is of the house and leads a table. */
  kind: 'host' | 'existing' | 'prospect' | 'former'
  /** Products that the guest's account has. */
  uses: readonly string[]
  /** Products that the guest might buy. */
  considers: readonly string[]
  /** Factors about which the guest's account asked for something that is still open. */
  askedAbout?: readonly string[]
  /** Size of the party, which is never divided; 1 if absent. */
  seats?: number
}

export interface Table {
  id: string
  seats: number
  /** What the table talks about; null or absent: anything. */
  factor?: string | null
}

/** Why a guest sits where they sit, for the people who look at the plan. */
export type TableReason =
  | { kind: 'by_hand' }
  | { kind: 'leads_table' }
  /** Accounts in the room that the guest's own competes with, all at other tables. */
  | { kind: 'away_from_rivals'; accounts: string[] }
  /** Guests at the table who use a product that this one considers. */
  | { kind: 'beside_users'; product: string; guests: string[] }
  /** Guests at the table who consider a product that this one uses. */
  | { kind: 'beside_prospects'; product: string; guests: string[] }
  /** The table talks about a factor on which the guest's account has an open wish. */
  | { kind: 'asked_about'; factor: string }
  | { kind: 'among_others' }

export type BrokenTableRule =
  | { rule: 'rivals_together'; table: string; guests: [string, string] }
  | { rule: 'no_host'; table: string }
  | { rule: 'over_full'; table: string; by: number }

/** What each thing that is not as wished counts; a rule above is never given up for any number of those below. */
const COST = { rivals: 10_000, noHost: 500, alone: 10, colleagues: 3, topic: 2, fullness: 0.5 }

export interface TableRules {
  /** Whether anybody leads: where nobody does, guests spread over all tables. */
  hasHosts: boolean
  areRivals(a: TableGuest, b: TableGuest): boolean
  /** Guests in the room whose accounts compete with that of this one. */
  rivalsOf(guest: TableGuest): readonly TableGuest[]
}

export function rulesOf(
  guests: readonly TableGuest[],
  apart: readonly (readonly [string, string])[],
): TableRules {
  const pairs = new Set(apart.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]))
  const areRivals = (a: TableGuest, b: TableGuest) => pairs.has(`${a.accountId}\n${b.accountId}`)
  const competing = guests.filter(({ accountId }) => apart.some(pair => pair.includes(accountId)))
  const rivals = new Map(competing.map(guest => [guest, competing.filter(other => areRivals(guest, other))]))
  const hasHosts = guests.some(({ kind }) => kind === 'host')
  return { hasHosts, areRivals, rivalsOf: guest => rivals.get(guest) ?? [] }
}

/** Seats that guests take with those they bring. */
export const seatsTaken = (guests: readonly TableGuest[]) =>
  guests.reduce((sum, { seats = 1 }) => sum + seats, 0)

/** How far a table is from what is wished; 0 for an empty one. */
export function costOfTable(
  rules: TableRules,
  guests: readonly TableGuest[],
  { seats, factor }: Pick<Table, 'seats' | 'factor'>,
): number {
  if (guests.length === 0) return 0
  const hosts = guests.filter(({ kind }) => kind === 'host').length
  let cost = hosts === 0 && rules.hasHosts ? COST.noHost : 0
  for (const [at, guest] of guests.entries()) {
    if (guest.kind === 'prospect' && guest.considers.length > 0 && !hasUser(guests, guest)) cost += COST.alone
    if (factor && guest.askedAbout?.length && !guest.askedAbout.includes(factor)) cost += COST.topic
    for (const other of guests.slice(at + 1)) {
      if (rules.areRivals(guest, other)) cost += COST.rivals
      if (guest.accountId === other.accountId && guest.kind !== 'host') cost += COST.colleagues
    }
  }
  // Squared, so that tables are filled evenly.
  return cost + (COST.fullness * seatsTaken(guests) ** 2) / seats
}

const hasUser = (guests: readonly TableGuest[], { considers }: TableGuest) =>
  guests.some(({ uses }) => uses.some(product => considers.includes(product)))

export function brokenAt(
  rules: TableRules,
  { id, seats }: Table,
  guests: readonly TableGuest[],
): BrokenTableRule[] {
  if (guests.length === 0) return []
  const taken = seatsTaken(guests)
  const rivals = guests.flatMap((guest, at) =>
    guests
      .slice(at + 1)
      .filter(other => rules.areRivals(guest, other))
      .map(other => ({ rule: 'rivals_together' as const, table: id, guests: pair(guest, other) })),
  )
  return [
    ...rivals,
    ...(guests.some(({ kind }) => kind === 'host') ? [] : [{ rule: 'no_host' as const, table: id }]),
    ...(taken > seats ? [{ rule: 'over_full' as const, table: id, by: taken - seats }] : []),
  ]
}

const pair = (a: TableGuest, b: TableGuest): [string, string] => (a.id < b.id ? [a.id, b.id] : [b.id, a.id])

/** What speaks for the place of a guest, the weightiest first. */
export function reasonsFor(
  rules: TableRules,
  guest: TableGuest,
  seating: readonly (readonly TableGuest[])[],
  place: number,
  factor: string | null | undefined = null,
): TableReason[] {
  if (guest.kind === 'host') return [{ kind: 'leads_table' }]
  const table = seating[place] ?? []
  const others = table.filter(one => one !== guest)
  const elsewhere = new Set(seating.flatMap((one, at) => (at === place ? [] : one)))
  const rivals = rules.rivalsOf(guest)
  const reasons: TableReason[] = []
  if (rivals.length > 0 && rivals.every(rival => elsewhere.has(rival)))
    reasons.push({
      kind: 'away_from_rivals',
      accounts: [...new Set(rivals.map(({ accountId }) => accountId))].sort(),
    })
  for (const product of guest.considers) {
    const users = others.filter(({ uses }) => uses.includes(product))
    if (users.length > 0) reasons.push({ kind: 'beside_users', product, guests: idsOf(users) })
  }
  for (const product of guest.uses) {
    const prospects = others.filter(
      ({ kind, considers }) => kind === 'prospect' && considers.includes(product),
    )
    if (prospects.length > 0) reasons.push({ kind: 'beside_prospects', product, guests: idsOf(prospects) })
  }
  if (factor && guest.askedAbout?.includes(factor)) reasons.push({ kind: 'asked_about', factor })
  if (reasons.length === 0 && others.every(({ accountId }) => accountId !== guest.accountId))
    reasons.push({ kind: 'among_others' })
  return reasons
}

const idsOf = (guests: readonly TableGuest[]) => guests.map(({ id }) => id).sort()
