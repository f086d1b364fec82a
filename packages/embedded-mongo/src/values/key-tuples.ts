import { MongoError, refused } from '../errors.ts'
import { isIndex, type Path } from './paths.ts'
import { getField, isArray, isDoc } from './types.ts'

export type KeyTuples = {
  tuples: unknown[][]
  /** per path: whether it leads through or to an array */
  multikey: boolean[]
  /** whether any of the paths leads to a value */
  present: boolean
}

type Field = { value: unknown; path: Path; at: number; done: boolean }

/**
 * The tuples of values an index over these paths holds for a document. Paths that lead through the same array go
 * together, item by item; two different arrays in one tuple are refused, as MongoDB does.
 */
export function keyTuples(doc: unknown, paths: readonly Path[]): KeyTuples {
  const result: KeyTuples = { tuples: [], multikey: paths.map(() => false), present: false }
  expand(
    paths.map(path => ({ value: doc, path, at: 0, done: false })),
    result,
  )
  return result
}

function expand(fields: Field[], result: KeyTuples) {
  const stopped = fields.map(walk)
  const array = stopped.find(field => !field.done && isArray(field.value))?.value as unknown[] | undefined
  if (array === undefined) {
    if (stopped.some(field => field.value !== undefined)) result.present = true
    result.tuples.push(
      stopped.map(field =>
        field.value === undefined ? null : field.value === EMPTY ? undefined : field.value,
      ),
    )
    return
  }
  if (stopped.some(field => !field.done && isArray(field.value) && field.value !== array))
    throw new MongoError(171, 'CannotIndexParallelArrays', 'cannot index or sort by parallel arrays')
  if (stopped.some(field => !field.done && isIndex(field.path[field.at] ?? '')))
    throw refused('ordering by a position in an array')
  stopped.forEach((field, i) => {
    if (!field.done && field.value === array) result.multikey[i] = true
  })
  if (array.length === 0)
    return expand(
      stopped.map(field => (field.value === array && !field.done ? emptied(field) : field)),
      result,
    )
  for (const item of array)
    expand(
      stopped.map(field => (field.value === array && !field.done ? entered(field, item) : field)),
      result,
    )
}

const EMPTY = Symbol('empty array')

/** Follows a path up to its end or to the next array. */
function walk(field: Field): Field {
  let { value, at } = field
  if (field.done) return field
  while (at < field.path.length && isDoc(value)) value = getField(value, field.path[at++] as string)
  if (isArray(value)) return { ...field, value, at }
  return { ...field, value: at < field.path.length ? undefined : value, at, done: true }
}

/** An array at the end of a path is indexed item by item, an item that is itself an array as a whole. */
function entered(field: Field, item: unknown): Field {
  if (field.at === field.path.length) return { ...field, value: item, done: true }
  return isDoc(item) ? { ...field, value: item } : { ...field, value: undefined, done: true }
}

const emptied = (field: Field): Field => ({
  ...field,
  value: field.at === field.path.length ? EMPTY : undefined,
  done: true,
})
