import { requireThat, requireWhole } from '../checks.ts'
import type { RandomSource } from '../random.ts'
import { seededRandom, shuffle } from '../random.ts'
import type { BrokenTableRule, Table, TableGuest, TableReason } from './table-rules.ts'
import { brokenAt, costOfTable, reasonsFor, rulesOf, seatsTaken } from './table-rules.ts'

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
/** How often what was found best is shaken and mended again. */
const SHAKES = 80
/** Moves and swaps that are weighed at most. */
const BUDGET = 20_000

/**
 * Gives guests their tables: competitors apart first, then a host at every table, then prospects beside users of the
 * product they consider and colleagues among others. The same task gives the same plan, in whatever order it is written.
 *
 * Greedy placing, then moves and swaps while one makes the plan better, from several fixed orders; the best is shaken and
 * mended again (iterated local search, Lourenço, Martin and Stützle 2003). So the plan is good, not proven best.
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
    const next = attempt(search, shuffle(guests, seededRandom(`tables ${run}`)), budget)
    if (next.cost < best.cost) best = next
  }
  const dice = seededRandom('tables shaken')
  for (let run = 0; run < SHAKES && best.cost > 0 && budget.left > 0; run += 1) {
    const seating = best.seating.map(table => [...table])
    shake(search, seating, dice)
    improve(search, seating, budget)
    const cost = costOf(search, seating)
    // As good is taken too: another best plan may lead further.
    if (cost <= best.cost) best = { seating, cost }
  }
  return describe(search, best.seating)
}

/** What stands keeps and breaks, table by guest in `seating`: nothing is moved. */
export function judgeTables(task: TableTask & { seating: Readonly<Record<string, string>> }): TablePlan {
  requireTask(task)
  requireTask({ ...task, byHand: task.seating })
  const guests = task.guests.toSorted(byId)
  const search = { ...task, guests, rules: rulesOf(guests, task.apart) }
  return describe(search, startOf({ ...search, byHand: task.seating }))
}

type Search = TableTask & { rules: ReturnType<typeof rulesOf> }
/** The guests of each table, in the order of the tables. */
type Seating = TableGuest[][]

function attempt(search: Search, order: readonly TableGuest[], budget: { left: number }) {
  const seating = startOf(search)
  const placed = new Set(seating.flat())
  const rest = order.filter(guest => !placed.has(guest))
  // Who is hard to place goes first: hosts, then large parties, then those with most competitors in the room.
  const difficulty = (guest: TableGuest) =>
    guest.kind === 'host'
      ? Number.MAX_SAFE_INTEGER
      : (guest.seats ?? 1) * 10_000 + search.rules.rivalsOf(guest).length
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
  for (const [place, shape] of tables.entries()) {
    const table = seating[place]
    if (!table || !fits([...table, guest], shape)) continue
    const rise = costOfTable(rules, [...table, guest], shape) - costOfTable(rules, table, shape)
    if (!best || rise < best.rise) best = { table, rise }
  }
  return best?.table
}

/** Lets a few guests change places by chance: where a full room needs several exchanges at once, none alone is better. */
function shake({ tables, byHand = {} }: Search, seating: Seating, dice: RandomSource): void {
  const anyOf = (place: number) => {
    const free = (seating[place] ?? []).filter(({ id }) => !Object.hasOwn(byHand, id))
    // One more than there are: nobody.
    return free[dice.below(free.length + 1)]
  }
  for (let change = 0; change < 3; change += 1) {
    const from = dice.below(tables.length)
    const to = dice.below(tables.length)
    const [here, there, shapeHere, shapeThere] = [seating[from], seating[to], tables[from], tables[to]]
    if (from === to || !here || !there || !shapeHere || !shapeThere) continue
    const [guest, other] = [anyOf(from), anyOf(to)]
    const nextHere = [...here.filter(one => one !== guest), ...(other ? [other] : [])]
    const nextThere = [...there.filter(one => one !== other), ...(guest ? [guest] : [])]
    if (!fits(nextHere, shapeHere) || !fits(nextThere, shapeThere)) continue
    here.splice(0, here.length, ...nextHere)
    there.splice(0, there.length, ...nextThere)
  }
}

/** Moves one guest or swaps two while that makes the plan better. */
function improve(search: Search, seating: Seating, budget: { left: number }): void {
  while (budget.left > 0 && improveOnce(search, seating, budget)) {
    // Each round that finds something better is followed by another.
  }
}

function improveOnce(search: Search, seating: Seating, budget: { left: number }) {
  let isBetter = false
  for (const from of seating.keys())
    for (const to of seating.keys())
      if (from !== to && betterPair(search, seating, { from, to }, budget)) isBetter = true
  return isBetter
}

/** Moves guests of one table to another, alone or in exchange, wherever that is better. */
function betterPair(
  { tables, rules, byHand = {} }: Search,
  seating: Seating,
  { from, to }: { from: number; to: number },
  budget: { left: number },
): boolean {
  const [here, there, shapeHere, shapeThere] = [seating[from], seating[to], tables[from], tables[to]]
  if (!here || !there || !shapeHere || !shapeThere) return false
  const isFree = ({ id }: TableGuest) => !Object.hasOwn(byHand, id)
  let isBetter = false
  let cost = costOfTable(rules, here, shapeHere) + costOfTable(rules, there, shapeThere)
  for (const guest of here.filter(isFree)) {
    for (const other of [undefined, ...(from < to ? there.filter(isFree) : [])]) {
      if (budget.left <= 0) return isBetter
      const nextHere = [...here.filter(one => one !== guest), ...(other ? [other] : [])]
      const nextThere = [...there.filter(one => one !== other), guest]
      if (!fits(nextHere, shapeHere) || !fits(nextThere, shapeThere)) continue
      budget.left -= 1
      const next = costOfTable(rules, nextHere, shapeHere) + costOfTable(rules, nextThere, shapeThere)
      if (cost - next <= 1e-9) continue
      here.splice(0, here.length, ...nextHere)
      there.splice(0, there.length, ...nextThere)
      cost = next
      isBetter = true
      break
    }
  }
  return isBetter
}

const fits = (guests: readonly TableGuest[], { seats }: Table) => seatsTaken(guests) <= seats

function costOf({ tables, rules }: Search, seating: Seating): number {
  return tables.reduce((sum, table, place) => sum + costOfTable(rules, seating[place] ?? [], table), 0)
}

function describe({ guests, tables, rules, byHand = {} }: Search, found: Seating): TablePlan {
  const seating = found.map(table => table.toSorted(byId))
  const placed = new Set(seating.flat())
  return {
    places: tables.flatMap(({ id: table, factor }, place) =>
      (seating[place] ?? []).map(guest => ({
        guest: guest.id,
        table,
        reasons: [
          ...(Object.hasOwn(byHand, guest.id) ? [{ kind: 'by_hand' as const }] : []),
          ...reasonsFor(rules, guest, seating, place, factor),
        ],
      })),
    ),
    unplaced: guests.filter(guest => !placed.has(guest)).map(({ id }) => id),
    broken: tables.flatMap((table, place) => brokenAt(rules, table, seating[place] ?? [])),
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function requireTask({ guests, tables, byHand = {} }: TableTask): void {
  requireThat(new Set(guests.map(({ id }) => id)).size === guests.length, 'a guest stands twice in the list')
  requireThat(new Set(tables.map(({ id }) => id)).size === tables.length, 'a table stands twice in the list')
  for (const { id, seats } of tables) requireWhole(`seats of table ${id}`, seats, 1)
  for (const { id, seats = 1 } of guests) requireWhole(`party of ${id}`, seats, 1)
  for (const table of Object.values(byHand))
    requireThat(
      tables.some(({ id }) => id === table),
      `there is no table ${table}`,
    )
}
