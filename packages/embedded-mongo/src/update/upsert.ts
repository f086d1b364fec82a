import { MongoError } from '../errors.ts'
import { isOperators } from '../query/condition.ts'
import { cloneValue, type Doc, isArray, isDoc, isRegex } from '../values/types.ts'
import { readPlace, writePlace } from './places.ts'

/** The document an upsert starts from: what the filter demands to be equal. */
export function documentFromFilter(filter: Doc): Doc {
  const doc: Doc = {}
  collect(filter, (path, value) => {
    const parts = path.split('.')
    if (readPlace(doc, parts) !== undefined)
      throw new MongoError(
        54,
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      )
    writePlace(doc, parts, cloneValue(value))
  })
  return doc
}

function collect(filter: Doc, found: (path: string, value: unknown) => void) {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && isArray(condition))
      for (const branch of condition) isDoc(branch) && collect(branch, found)
    else if (key === '$or' && isArray(condition) && condition.length === 1)
      isDoc(condition[0]) && collect(condition[0], found)
    else if (key.startsWith('$')) continue
    else if (isOperators(condition)) {
      if ('$eq' in condition) found(key, condition.$eq)
      else if (single(condition.$in)) found(key, condition.$in[0])
      else if (single(condition.$all) && !isOperators(condition.$all[0])) found(key, condition.$all[0])
    } else if (!isRegex(condition)) found(key, condition)
  }
}

const single = (value: unknown): value is [unknown] =>
  isArray(value) && value.length === 1 && !isRegex(value[0])
