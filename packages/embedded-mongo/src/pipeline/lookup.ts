import { failedToParse, refused } from '../errors.ts'
import { checkPath, compileExpression } from '../expressions/compile.ts'
import { checkName } from '../expressions/logic.ts'
import { withValues } from '../expressions/scope.ts'
import { PAUSE, roughSize } from '../store/work.ts'
import { splitPath, visitPath } from '../values/paths.ts'
import { type Doc, isArray, isDoc, isRegex } from '../values/types.ts'
import type { Stage, StageContext } from './stage.ts'
import { replaceAt } from './unwind.ts'

const KNOWN = ['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']

/** Each document gets the documents of another collection that belong to it, read through that collection's indexes. */
export function lookupStage(spec: unknown, context: StageContext): Stage {
  if (!isDoc(spec)) throw failedToParse('the $lookup specification must be an Object')
  const odd = Object.keys(spec).find(name => !KNOWN.includes(name))
  if (odd) throw refused(`the option '${odd}' of $lookup`)
  const { from, localField, foreignField, as, pipeline = [] } = spec
  if (typeof from !== 'string' || typeof as !== 'string')
    throw failedToParse("$lookup needs 'from' and 'as' strings")
  if (!isArray(pipeline)) throw failedToParse('$lookup pipeline must be an array')
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (localField === undefined && spec.pipeline === undefined)
  )
    throw failedToParse("$lookup requires both 'localField' and 'foreignField', or 'pipeline'")
  const target = checkPath(as)
  const local = typeof localField === 'string' ? splitPath(localField) : undefined
  const variables = Object.entries(isDoc(spec.let) ? spec.let : {}).map(
    ([name, value]) => [checkName(name), compileExpression(value, context.scope)] as const,
  )
  return function* (source) {
    for (const doc of source) {
      if (doc === PAUSE) {
        yield doc
        continue
      }
      const scope = withValues(
        context.scope,
        Object.fromEntries(variables.map(([name, value]) => [name, value(doc)])),
      )
      const join = local ? [{ $match: { [String(foreignField)]: { $in: localValues(doc, local) } } }] : []
      const found: Doc[] = []
      let size = 0
      for (const other of context.readCollection(from, [...join, ...pipeline], scope)) {
        if (other === PAUSE) {
          yield other
          continue
        }
        found.push(other)
        size += roughSize(other)
        if (size > MAX_JOINED_BYTES) throw refused('a $lookup of more than 16 MB for one document')
      }
      yield replaceAt(doc, target, found)
    }
  }
}

const MAX_JOINED_BYTES = 16 * 1024 * 1024

/** The values to look for; none at all means null, as in MongoDB. */
function localValues(doc: Doc, path: readonly string[]): unknown[] {
  const values: unknown[] = []
  visitPath(doc, path, value => {
    if (isArray(value)) values.push(...value)
    else if (value !== undefined) values.push(value)
    return false
  })
  if (values.some(isRegex)) throw refused('$lookup by a regular expression')
  return values.length ? values : [null]
}
