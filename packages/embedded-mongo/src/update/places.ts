import { badValue, MongoError } from '../errors.ts'
import { isIndex } from '../values/paths.ts'
import { type Doc, getField, isArray, isDoc, setField, typeName } from '../values/types.ts'

const MAX_PADDING = 1_500_000

/** Reads what a plain path holds; `undefined` if nothing. */
export function readPlace(doc: Doc, parts: readonly string[]): unknown {
  let value: unknown = doc
  for (const part of parts) {
    if (isDoc(value)) value = getField(value, part)
    else if (isArray(value) && isIndex(part)) value = value[Number(part)]
    else return undefined
  }
  return value
}

/** Writes to a plain path, making the documents on the way. */
export function writePlace(doc: Doc, parts: readonly string[], value: unknown) {
  let holder: Doc | unknown[] = doc
  for (let i = 0; i < parts.length - 1; i++) {
    const part = parts[i] as string
    let next = child(holder, part)
    if (next === undefined) {
      next = {}
      put(holder, part, next, parts, i)
    }
    if (!isDoc(next) && !isArray(next)) throw notViable(parts[i + 1] as string, part, next)
    holder = next
  }
  put(holder, parts.at(-1) as string, value, parts, parts.length - 1)
}

/** Removes a field; an array item becomes null, as in MongoDB. */
export function removePlace(doc: Doc, parts: readonly string[]) {
  const holder = parts.length === 1 ? doc : readPlace(doc, parts.slice(0, -1))
  const last = parts.at(-1) as string
  if (isDoc(holder)) delete holder[last]
  else if (isArray(holder) && isIndex(last) && Number(last) < holder.length) holder[Number(last)] = null
}

const child = (holder: Doc | unknown[], part: string): unknown =>
  isArray(holder) ? (isIndex(part) ? holder[Number(part)] : undefined) : getField(holder, part)

function put(holder: Doc | unknown[], part: string, value: unknown, parts: readonly string[], at: number) {
  if (!isArray(holder)) return setField(holder, part, value)
  if (!isIndex(part)) throw notViable(part, parts[at - 1] ?? '', holder)
  const position = Number(part)
  if (position > holder.length + MAX_PADDING)
    throw badValue(`can't backfill more than ${MAX_PADDING} elements`)
  while (holder.length < position) holder.push(null)
  holder[position] = value
}

const notViable = (field: string, parent: string, value: unknown) =>
  new MongoError(
    28,
    'PathNotViable',
    `Cannot create field '${field}' in element {${parent}: ${typeName(value)}}`,
  )
