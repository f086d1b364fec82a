import { requireThat, requireWhole } from '../checks.ts'

export interface CellPlace {
  row: number
  column: number
}

/** What somebody can work out about a hidden cell from everything that is published: the count lies in low..high. */
export interface DerivedBounds extends CellPlace {
  low: number
  high: number
}

/** The inner counts of a table whose row totals, column totals and grand total are all published. */
export type CountTable = readonly (readonly number[])[]

/**
 * The cells of a table that must not be shown: `primary` holds 1 to `minimum` − 1 respondents, `complementary` are hidden
 * beside them so that no hidden cell can be computed from the totals. An empty cell tells of nobody and may be shown.
 *
 * Cells to hide beside are the cheapest cycle (fewest respondents) along which counts could be shifted unseen.
 * A table of one row or one column cannot be protected, its totals are its cells; `auditDisclosure` says what remains exact.
 *
 * @throws RangeError for counts that are no whole numbers, rows of different length, a minimum below 1.
 * @see Willenborg and de Waal, Elements of Statistical Disclosure Control, ch. 8
 * @example suppress({ cells: [[3, 20], [12, 15]], minimum: 5 })
 *   // { primary: [{ row: 0, column: 0 }], complementary: the other three }
 */
export function suppress({ cells, minimum }: { cells: CountTable; minimum: number }): {
  primary: CellPlace[]
  complementary: CellPlace[]
} {
  requireTable(cells)
  requireWhole('minimum', minimum, 1)
  const primary = placesOf(cells).filter(
    place => countAt(cells, place) > 0 && countAt(cells, place) < minimum,
  )
  const complementary: CellPlace[] = []
  for (const small of primary) {
    const hidden = [...primary, ...complementary]
    if (isPinned(boundsOf(cells, hidden, small))) complementary.push(...cheapestCover(cells, hidden, small))
  }
  return { primary, complementary: complementary.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/**
 * The attack: for every hidden cell the bounds that follow from the totals and the cells that are shown. Where low equals
 * high the cell is not hidden at all.
 *
 * The bounds are exact for whole counts: how far a cell can move is a maximum flow through the other hidden cells.
 *
 * @throws RangeError for a table that is none or a hidden place outside it.
 * @example auditDisclosure({ cells: [[3, 20], [12, 15]], hidden: [{ row: 0, column: 0 }] })
 *   // [{ row: 0, column: 0, low: 3, high: 3 }]: the row total gives it away
 */
export function auditDisclosure({
  cells,
  hidden,
}: {
  cells: CountTable
  hidden: readonly CellPlace[]
}): DerivedBounds[] {
  requireTable(cells)
  for (const { row, column } of hidden)
    requireThat(cells[row]?.[column] !== undefined, `no cell at row ${row}, column ${column}`)
  return hidden.map(place => boundsOf(cells, hidden, place))
}

const isPinned = ({ low, high }: DerivedBounds) => low === high

/** Rows and columns are the nodes: row r is r, column c is −1 − c. */
const rowNode = (row: number) => row
const columnNode = (column: number) => -1 - column

/**
 * A hidden cell grows by what can flow back from its column to its row through the other hidden cells, and shrinks by
 * what can flow the other way: from a row to a column a cell grows without limit, from a column to a row it shrinks to 0.
 */
function boundsOf(cells: CountTable, hidden: readonly CellPlace[], place: CellPlace): DerivedBounds {
  const { row, column } = place
  const others = hidden.filter(other => !isSame(other, place))
  const growth = maximumFlow(capacities(cells, others), columnNode(column), rowNode(row))
  const shrinkage = maximumFlow(
    capacities(cells, others),
    rowNode(row),
    columnNode(column),
    countAt(cells, place),
  )
  return { row, column, low: countAt(cells, place) - shrinkage, high: countAt(cells, place) + growth }
}

type Network = Map<number, Map<number, number>>

function capacities(cells: CountTable, hidden: readonly CellPlace[]): Network {
  const network: Network = new Map()
  for (const place of hidden) {
    arcsFrom(network, rowNode(place.row)).set(columnNode(place.column), Number.POSITIVE_INFINITY)
    arcsFrom(network, columnNode(place.column)).set(rowNode(place.row), countAt(cells, place))
  }
  return network
}

function arcsFrom(network: Network, node: number): Map<number, number> {
  const arcs = network.get(node) ?? new Map<number, number>()
  network.set(node, arcs)
  return arcs
}

/** Edmonds and Karp; uses up the network it is given. */
function maximumFlow(
  network: Network,
  source: number,
  sink: number,
  most = Number.POSITIVE_INFINITY,
): number {
  let total = 0
  while (total < most) {
    const path = shortestPath(network, source, sink)
    if (!path) break
    const room = Math.min(most - total, ...path.map(([from, to]) => network.get(from)?.get(to) ?? 0))
    for (const [from, to] of path) {
      arcsFrom(network, from).set(to, (network.get(from)?.get(to) ?? 0) - room)
      arcsFrom(network, to).set(from, (network.get(to)?.get(from) ?? 0) + room)
    }
    total += room
  }
  return total
}

function shortestPath(network: Network, source: number, sink: number): [number, number][] | null {
  const cameFrom = new Map<number, number>([[source, source]])
  const queue = [source]
  for (const node of queue) {
    for (const [next, room] of network.get(node) ?? []) {
      if (room <= 0 || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return cameFrom.has(sink) ? pathTo(cameFrom, source, sink) : null
}

function pathTo(cameFrom: Map<number, number>, source: number, sink: number): [number, number][] {
  const path: [number, number][] = []
  for (let node = sink; node !== source; ) {
    const before = cameFrom.get(node) ?? source
    path.unshift([before, node])
    node = before
  }
  return path
}

/**
 * The cells to hide, besides those hidden already, so that the count at `place` can grow or shrink along a cycle; the
 * cheaper of the two, none if there is neither.
 */
function cheapestCover(cells: CountTable, hidden: readonly CellPlace[], place: CellPlace): CellPlace[] {
  const row = rowNode(place.row)
  const column = columnNode(place.column)
  const covers = [
    cheapestPath(cells, hidden, place, column, row),
    countAt(cells, place) > 0 ? cheapestPath(cells, hidden, place, row, column) : null,
  ].filter(cover => cover !== null)
  return covers.sort((a, b) => a.price - b.price)[0]?.added ?? []
}

function cheapestPath(
  cells: CountTable,
  hidden: readonly CellPlace[],
  place: CellPlace,
  source: number,
  sink: number,
): { price: number; added: CellPlace[] } | null {
  const isHidden = (one: CellPlace) => hidden.some(other => isSame(one, other))
  const usable = placesOf(cells).filter(one => !isSame(one, place))
  const cost = new Map<number, number>([[source, 0]])
  const cameFrom = new Map<number, number>()
  // Bellman and Ford: tables are small.
  for (let changed = true; changed; ) {
    changed = false
    for (const cell of usable) {
      const price = isHidden(cell) ? 0 : 1 + countAt(cells, cell)
      const row = rowNode(cell.row)
      const column = columnNode(cell.column)
      // Towards a row the cell shrinks, so it must have something to give.
      if (countAt(cells, cell) > 0) changed = relax(cost, cameFrom, column, row, price) || changed
      changed = relax(cost, cameFrom, row, column, price) || changed
    }
  }
  const price = cost.get(sink)
  if (price === undefined) return null
  const added = pathTo(cameFrom, source, sink)
    .map(([from, to]) => ({ row: Math.max(from, to), column: -1 - Math.min(from, to) }))
    .filter(cell => !isHidden(cell))
  return { price, added }
}

function relax(
  cost: Map<number, number>,
  cameFrom: Map<number, number>,
  from: number,
  to: number,
  price: number,
) {
  const through = (cost.get(from) ?? Number.POSITIVE_INFINITY) + price
  if (through >= (cost.get(to) ?? Number.POSITIVE_INFINITY)) return false
  cost.set(to, through)
  cameFrom.set(to, from)
  return true
}

const isSame = (a: CellPlace, b: CellPlace) => a.row === b.row && a.column === b.column

const countAt = (cells: CountTable, { row, column }: CellPlace) => cells[row]?.[column] ?? 0

const placesOf = (cells: CountTable): CellPlace[] =>
  cells.flatMap((counts, row) => counts.map((_, column) => ({ row, column })))

function requireTable(cells: CountTable): void {
  for (const counts of cells) {
    requireThat(counts.length === cells[0]?.length, 'the rows of a table must be of one length')
    for (const count of counts) requireWhole('a count', count)
  }
}
