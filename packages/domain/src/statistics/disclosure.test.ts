import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { auditDisclosure, type CellPlace, type CountTable, suppress } from './disclosure.ts'

const at = (row: number, column: number): CellPlace => ({ row, column })
const pinnedCells = (cells: CountTable, hidden: readonly CellPlace[]) =>
  auditDisclosure({ cells, hidden }).filter(({ low, high }) => low === high)

describe('the audit', () => {
  const cells = [
    [3, 20, 9],
    [12, 15, 8],
    [7, 6, 11],
  ]

  test('a single hidden cell is given away by its row', () => {
    expect(auditDisclosure({ cells, hidden: [at(0, 0)] })).toEqual([{ row: 0, column: 0, low: 3, high: 3 }])
  })

  test('two in a row are given away by their columns', () => {
    expect(pinnedCells(cells, [at(0, 0), at(0, 1)])).toHaveLength(2)
  })

  test('four in a rectangle can shift by their smallest counts', () => {
    expect(auditDisclosure({ cells, hidden: [at(0, 0), at(0, 1), at(1, 0), at(1, 1)] })).toEqual([
      { row: 0, column: 0, low: 0, high: 15 },
      { row: 0, column: 1, low: 8, high: 23 },
      { row: 1, column: 0, low: 0, high: 15 },
      { row: 1, column: 1, low: 12, high: 27 },
    ])
  })

  test('what does not exist cannot be hidden', () => {
    expect(() => auditDisclosure({ cells, hidden: [at(3, 0)] })).toThrow('no cell at row 3')
    expect(() => auditDisclosure({ cells: [[1, 2], [3]], hidden: [] })).toThrow('one length')
    expect(() => auditDisclosure({ cells: [[1.5]], hidden: [] })).toThrow(RangeError)
  })
})

describe('suppression', () => {
  test('hides beside a small cell the cheapest rectangle', () => {
    const cells = [
      [3, 20, 30],
      [12, 15, 40],
      [50, 60, 70],
    ]
    expect(suppress({ cells, minimum: 5 })).toEqual({
      primary: [at(0, 0)],
      complementary: [at(0, 1), at(1, 0), at(1, 1)],
    })
  })

  test('small cells that protect each other need no others', () => {
    const cells = [
      [3, 4, 30],
      [2, 1, 40],
      [50, 60, 70],
    ]
    expect(suppress({ cells, minimum: 5 }).complementary).toEqual([])
  })

  test('hides empty cells where only they let a small one shrink', () => {
    const cells = [
      [3, 0],
      [0, 9],
    ]
    const { primary, complementary } = suppress({ cells, minimum: 5 })
    expect([primary, complementary]).toEqual([[at(0, 0)], [at(0, 1), at(1, 0), at(1, 1)]])
    expect(pinnedCells(cells, [...primary, ...complementary])).toEqual([])
  })

  test('nothing small, nothing hidden; empty cells are shown', () => {
    expect(
      suppress({
        cells: [
          [5, 9],
          [0, 7],
        ],
        minimum: 5,
      }),
    ).toEqual({ primary: [], complementary: [] })
    expect(suppress({ cells: [], minimum: 5 })).toEqual({ primary: [], complementary: [] })
  })

  test('what cannot be protected is said by the audit', () => {
    const cells = [[3, 20, 30]]
    const { primary, complementary } = suppress({ cells, minimum: 5 })
    expect(pinnedCells(cells, [...primary, ...complementary])).toEqual([
      { row: 0, column: 0, low: 3, high: 3 },
    ])
  })

  test('a minimum that is none is refused', () => {
    expect(() => suppress({ cells: [[1]], minimum: 0 })).toThrow(RangeError)
  })
})

describe('laws', () => {
  const table = (size: number, most: number) =>
    fc.array(fc.array(fc.nat({ max: most }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
  const places = fc.uniqueArray(fc.record({ row: fc.nat({ max: 2 }), column: fc.nat({ max: 2 }) }), {
    selector: ({ row, column }) => 3 * row + column,
    maxLength: 6,
  })

  test('the bounds are those of every table that fits what is published', () => {
    fc.assert(
      fc.property(table(3, 4), places, (cells, hidden) => {
        const fitting = tablesThatFit(cells, hidden)
        for (const { row, column, low, high } of auditDisclosure({ cells, hidden })) {
          const values = fitting.map(fit => fit[row]?.[column] ?? -1)
          expect([low, high]).toEqual([Math.min(...values), Math.max(...values)])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('after suppression nobody can compute a hidden cell, unless hiding everything would not help', () => {
    fc.assert(
      fc.property(fc.oneof(table(3, 6), table(4, 25)), cells => {
        const { primary, complementary } = suppress({ cells, minimum: 5 })
        const everything = cells.flatMap((counts, row) => counts.map((_, column) => at(row, column)))
        const hopeless = pinnedCells(cells, everything).map(({ row, column }) => at(row, column))
        for (const { row, column } of pinnedCells(cells, [...primary, ...complementary]))
          expect(hopeless).toContainEqual(at(row, column))
        for (const [row, counts] of cells.entries())
          for (const [column, count] of counts.entries())
            expect(primary.some(one => one.row === row && one.column === column)).toBe(count > 0 && count < 5)
      }),
    )
  })

  /** Every table of whole counts with the same totals and the same shown cells, by trying them all. */
  function tablesThatFit(cells: number[][], hidden: CellPlace[]): number[][][] {
    const total = (table: number[][]) => [
      ...table.map(counts => counts.reduce((sum, count) => sum + count, 0)),
      ...(table[0] ?? []).map((_, column) => table.reduce((sum, counts) => sum + (counts[column] ?? 0), 0)),
    ]
    const wanted = total(cells)
    const found: number[][][] = []
    const fill = (table: number[][], [next, ...rest]: CellPlace[]) => {
      if (!next) {
        if (total(table).every((sum, index) => sum === wanted[index])) found.push(table)
        return
      }
      const room = (wanted[next.row] ?? 0) - (table[next.row] ?? []).reduce((sum, count) => sum + count, 0)
      for (let count = 0; count <= room; count += 1)
        fill(
          table.map((counts, row) => (row === next.row ? counts.with(next.column, count) : counts)),
          rest,
        )
    }
    const isHidden = (row: number, column: number) =>
      hidden.some(one => one.row === row && one.column === column)
    fill(
      cells.map((counts, row) => counts.map((count, column) => (isHidden(row, column) ? 0 : count))),
      hidden,
    )
    return found
  }
})
