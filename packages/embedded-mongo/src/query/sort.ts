import { badValue, refused } from '../errors.ts'
import { compare } from '../values/compare.ts'
import { keyTuples } from '../values/key-tuples.ts'
import { type Path, splitPath } from '../values/paths.ts'
import { type Doc, getField, isArray, isDoc, isNumber, toNumber } from '../values/types.ts'

export type SortField = { path: string; parts: Path; direction: 1 | -1 }

/** Reads `{ field: 1 | -1 }`. */
export function parseSort(sort: unknown): SortField[] {
  if (!isDoc(sort)) throw badValue('sort must be an object')
  const fields = Object.entries(sort).map(([path, value]) => {
    if (isDoc(value)) throw refused(`sorting by ${Object.keys(value)[0] ?? 'an empty object'}`)
    const direction = isNumber(value) ? toNumber(value) : 0
    if (direction !== 1 && direction !== -1)
      throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    if (path === '' || path.startsWith('$'))
      throw path === '$natural' ? refused('$natural in this place') : badValue(`illegal sort field '${path}'`)
    return { path, parts: splitPath(path), direction: direction as 1 | -1 }
  })
  if (fields.length > 32) throw badValue('too many sort fields')
  return fields
}

/** The values a document sorts by. Of an array, the smallest tuple in the sort's own order counts. */
export function sortKey(doc: Doc, fields: readonly SortField[]): unknown[] {
  const plain: unknown[] = []
  for (const field of fields) {
    const value = plainValue(doc, field.parts)
    if (value === ARRAY) return leastTuple(doc, fields)
    plain.push(value ?? null)
  }
  return plain
}

const ARRAY = Symbol('array')

function plainValue(doc: Doc, parts: Path): unknown {
  let value: unknown = doc
  for (const part of parts) {
    if (!isDoc(value)) return isArray(value) ? ARRAY : undefined
    value = getField(value, part)
  }
  return isArray(value) ? ARRAY : value
}

function leastTuple(doc: Doc, fields: readonly SortField[]): unknown[] {
  const tuples = keyTuples(
    doc,
    fields.map(field => field.parts),
  ).tuples
  return tuples.reduce((least, tuple) => (compareKeys(tuple, least, fields) < 0 ? tuple : least))
}

export function compareKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  fields: readonly SortField[],
): number {
  for (let i = 0; i < fields.length; i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order * (fields[i] as SortField).direction
  }
  return 0
}

/** Keeps what comes first in a sort: everything, or the first `limit`, without holding more than twice as many. */
export class Sorter<Item> {
  private items: { key: unknown[]; at: number; item: Item }[] = []
  private count = 0
  private readonly fields: readonly SortField[]
  private readonly limit: number

  constructor(fields: readonly SortField[], limit = Number.POSITIVE_INFINITY) {
    this.fields = fields
    this.limit = limit
  }

  add(doc: Doc, item: Item) {
    this.items.push({ key: sortKey(doc, this.fields), at: this.count++, item })
    if (this.items.length >= this.limit * 2 + 256) this.shrink()
  }

  /** How many items are being held. */
  get held() {
    return this.items.length
  }

  result(): Item[] {
    this.shrink()
    return this.items.map(({ item }) => item)
  }

  private shrink() {
    this.items.sort((a, b) => compareKeys(a.key, b.key, this.fields) || a.at - b.at)
    if (this.items.length > this.limit) this.items.length = this.limit
  }
}

/** `$sortArray` and `$push` with `$sort`: by whole value, or by fields of documents. */
export function sortValues(values: readonly unknown[], by: unknown): unknown[] {
  if (isNumber(by)) return values.toSorted((a, b) => compare(a, b) * toNumber(by))
  const fields = parseSort(by)
  const keyed = values.map(value => ({
    value,
    key: isDoc(value) ? sortKey(value, fields) : fields.map(() => null),
  }))
  return keyed.sort((a, b) => compareKeys(a.key, b.key, fields)).map(({ value }) => value)
}
