import { requireThat, requireWhole } from '../checks.ts'
import { seededRandom } from '../random.ts'
import type { BrokenTableRule, Table, TableGuest, TableReason } from './table-rules.ts'
import { brokenAt, costOfTable, reasonsFor, rulesOf } from './table-rules.ts'

export interface TablePlace {
  guest: string
  table: string
  reasons: TableReason[]
}

export interface TablePlan {
  /** In the order of the tables, then of the guests' ids. */
  places: TablePlace[]
  /** Guests for whom no seat was left. */
  unplaced: string[]
  /** What could not be kept. */
  broken: BrokenTableRule[]
}

export interface TableTask {
  guests: readonly TableGuest[]
  tables: readonly Table[]
  /** Pairs of accounts that compete: their guests never share a table if that can be. */
  apart: readonly (readonly [string, string])[]
  /** Places given by hand, table by guest; they stay, even where they break a rule. */
  byHand?: Readonly<Record<string, string>>
}

/** How often the search begins anew from another order of guests. */
const RESTARTS = 12
/** Moves and swaps that are weighed at most. */
const BUDGET = 400_000

/**
 * Gives guests their tables: competitors apart first, then a host at every table, then prospects beside users of the
 * product they consider and colleagues among others. The same task gives the same plan, in whatever order it is written.
 *
 * Greedy placing, then moves and swaps while one makes the plan better, from several fixed orders; the best is kept. So
 * the plan is good, not proven best.
 *
 * @throws RangeError for two guests or tables of one id, a table of no seats, a place by hand at an unknown table.
 * @example planTables({ guests: [lan, minh], tables: [{ id: 'A', seats: 6 }, { id: 'B', seats: 6 }], apart: [['acme', 'rival']] })
 *   // { places: [{ guest: 'lan', table: 'A', reasons: [...] }, ...], unplaced: [], broken: [] }
 */
export function planTables(task: TableTask): TablePlan {
  requireTask(task)
  const guests = task.guests.toSorted(byId)
  const search = { ...task, guests, rules: rulesOf(guests, task.apart) }
  const budget = { left: BUDGET }
  let best = attempt(search, guests, budget)
  for (let run = 1; run < RESTARTS && best.cost > 0 && budget.left > 0; run += 1) {
    const next = attempt(search, shuffled(guests, run), budget)
    if (next.cost < best.cost) best = next
  }
  return describe(search, best.seating)
}

/** What a plan that people changed by hand keeps and breaks: nothing is moved. */
export function judgeTables(task: TableTask & { byHand: Readonly<Record<string, string>> }): TablePlan {
  requireTask(task)
  const guests = task.guests.toSorted(byId)
  const search = { ...task, guests, rules: rulesOf(guests, task.apart) }
  return describe(search, startOf(search))
}

type Search = TableTask & { rules: ReturnType<typeof rulesOf> }
/** The guests of each table, in the order of the tables. */
type Seating = TableGuest[][]

function attempt(search: Search, order: readonly TableGuest[], budget: { left: number }) {
  const seating = startOf(search)
  const placed = new Set(seating.flat())
  const rest = order.filter(guest => !placed.has(guest))
  // Who is hard to place goes first: hosts, then those with most competitors in the room.
  const difficulty = (guest: TableGuest) =>
    guest.kind === 'host' ? Number.POSITIVE_INFINITY : search.rules.rivalsOf(guest).length
  for (const guest of rest.toSorted((a, b) => difficulty(b) - difficulty(a)))
    cheapest(search, seating, guest)?.push(guest)
  improve(search, seating, budget)
  return { seating, cost: costOf(search, seating) }
}

function startOf({ guests, tables, byHand = {} }: Search): Seating {
  return tables.map(({ id }) => guests.filter(guest => byHand[guest.id] === id))
}

function cheapest({ tables, rules }: Search, seating: Seating, guest: TableGuest): TableGuest[] | undefined {
  let best: { table: TableGuest[]; rise: number } | undefined
  for (const [place, { seats }] of tables.entries()) {
    const table = seating[place]
    if (!table || table.length >= seats) continue
    const rise = costOfTable(rules, [...table, guest], seats) - costOfTable(rules, table, seats)
    if (!best || rise < best.rise) best = { table, rise }
  }
  return best?.table
}

/** Moves one guest or swaps two while that makes the plan better. */
function improve(search: Search, seating: Seating, budget: { left: number }): void {
  while (budget.left > 0 && improveOnce(search, seating, budget)) {
    // Each round that finds something better is followed by another.
  }
}

function improveOnce({ tables, rules, byHand = {} }: Search, seating: Seating, budget: { left: number }) {
  let isBetter = false
  for (const [from, here] of seating.entries())
    for (const [to, there] of seating.entries()) {
      const [seatsHere, seatsThere] = [tables[from]?.seats ?? 0, tables[to]?.seats ?? 0]
      if (from === to) continue
      for (const guest of [...here].filter(({ id }) => !(id in byHand))) {
        const others = from < to ? there.filter(({ id }) => !(id in byHand)) : []
        for (const other of there.length < seatsThere ? [undefined, ...others] : others) {
          if (budget.left <= 0) return false
          budget.left -= 1
          const nextHere = [...here.filter(one => one !== guest), ...(other ? [other] : [])]
          const nextThere = [...there.filter(one => one !== other), guest]
          const gain =
            costOfTable(rules, here, seatsHere) +
            costOfTable(rules, there, seatsThere) -
            costOfTable(rules, nextHere, seatsHere) -
            costOfTable(rules, nextThere, seatsThere)
          if (gain <= 1e-9) continue
          here.splice(0, here.length, ...nextHere)
          there.splice(0, there.length, ...nextThere)
          isBetter = true
          break
        }
      }
    }
  return isBetter
}

function costOf({ tables, rules }: Search, seating: Seating): number {
  return seating.reduce((sum, table, place) => sum + costOfTable(rules, table, tables[place]?.seats ?? 0), 0)
}

function describe({ guests, tables, rules, byHand = {} }: Search, found: Seating): TablePlan {
  const seating = found.map(table => table.toSorted(byId))
  const placed = new Set(seating.flat())
  return {
    places: tables.flatMap(({ id: table }, place) =>
      (seating[place] ?? []).map(guest => ({
        guest: guest.id,
        table,
        reasons:
          guest.id in byHand ? [{ kind: 'by_hand' as const }] : reasonsFor(rules, guest, seating, place),
      })),
    ),
    unplaced: guests.filter(guest => !placed.has(guest)).map(({ id }) => id),
    broken: tables.flatMap((table, place) => brokenAt(rules, table, seating[place] ?? [])),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function shuffled(guests: readonly TableGuest[], run: number): TableGuest[] {
  const dice = seededRandom(`tables ${run}`)
  const order = [...guests]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1)
    const [a, b] = [order[at], order[other]]
    if (a && b) [order[at], order[other]] = [b, a]
  }
  return order
}

function requireTask({ guests, tables, byHand = {} }: TableTask): void {
  requireThat(new Set(guests.map(({ id }) => id)).size === guests.length, 'a guest stands twice in the list')
  requireThat(new Set(tables.map(({ id }) => id)).size === tables.length, 'a table stands twice in the list')
  for (const { id, seats } of tables) requireWhole(`seats of table ${id}`, seats, 1)
  for (const table of Object.values(byHand))
    requireThat(
      tables.some(({ id }) => id === table),
      `there is no table ${table}`,
    )
}
