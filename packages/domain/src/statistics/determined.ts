/**
 * Whether a sum of unknowns is known from other sums of them: whether `target` is a combination of `equations`, each a list of one
 * weight an unknown. Relative to the size of each row, differences below 1e-9 are none.
 *
 * @throws RangeError for rows of different length.
 * @example isDetermined([[1, 1, 0], [0, 1, 0]], [1, 0, 0]) // true
 */
export function isDetermined(equations: readonly (readonly number[])[], target: readonly number[]): boolean {
  let left = [...target]
  for (const { at, row } of eliminated(equations, target.length)) left = minus(left, row, left[at] ?? 0)
  const size = Math.max(...target.map(Math.abs))
  return left.every(value => Math.abs(value) <= TINY * size)
}

const TINY = 1e-9

/** Rows with a 1 at their own place and 0 at those of all others. */
function eliminated(
  equations: readonly (readonly number[])[],
  width: number,
): { at: number; row: number[] }[] {
  let found: { at: number; row: number[] }[] = []
  for (const equation of equations) {
    if (equation.length !== width) throw new RangeError('every equation has one weight for each unknown')
    let row = [...equation]
    for (const one of found) row = minus(row, one.row, row[one.at] ?? 0)
    const size = Math.max(...row.map(Math.abs))
    if (!(size > TINY * Math.max(1, ...equation.map(Math.abs)))) continue
    const at = row.findIndex(value => Math.abs(value) === size)
    const pivot = row[at] ?? 1
    const scaled = row.map(value => value / pivot)
    found = [
      ...found.map(one => ({ ...one, row: minus(one.row, scaled, one.row[at] ?? 0) })),
      { at, row: scaled },
    ]
  }
  return found
}

const minus = (from: readonly number[], row: readonly number[], times: number) =>
  from.map((value, at) => value - times * (row[at] ?? 0))
