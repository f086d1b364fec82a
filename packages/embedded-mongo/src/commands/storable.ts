import { ObjectId } from 'bson'
import { refused } from '../errors.ts'
import { encode } from '../values/decode.ts'
import { type Doc, idFirst, isArray, isDoc, isRegex } from '../values/types.ts'

/** A document as it will be stored: _id first, given one if it has none. */
export function prepareInsert(doc: Doc, raw?: Buffer): { doc: Doc; raw: Buffer } {
  checkStorable(doc)
  if (
    raw &&
    Object.keys(doc)[0] === '_id' &&
    raw[4] !== undefined &&
    raw.toString('latin1', 5, 9) === '_id\0'
  )
    return { doc, raw }
  const complete = idFirst(doc, Object.hasOwn(doc, '_id') ? doc._id : new ObjectId())
  return { doc: complete, raw: encode(complete) }
}

/** Regular expressions cannot be stored: an index could not answer for them. */
export function checkStorable(value: unknown) {
  if (isRegex(value)) throw refused('storing a regular expression')
  if (isArray(value)) for (const item of value) checkStorable(item)
  else if (isDoc(value)) for (const name of Object.keys(value)) checkStorable(value[name])
}
