import { isOperators } from '../query/condition.ts'
import { literalPrefix } from '../query/regex.ts'
import { type Doc, isArray, isDoc, isMissing, isRegex, TYPE, typeOf } from '../values/types.ts'

/** What a filter demands of one path, as far as an index can use it. */
export type Condition = {
  /** the value is one of these */
  equals?: unknown[]
  lower?: unknown
  upper?: unknown
  /** text begins with this */
  prefix?: string
  /** the path leads to something */
  exists?: boolean
}

const RANGED: number[] = [TYPE.number, TYPE.string, TYPE.date, TYPE.objectId, TYPE.boolean]

/** Collects the conditions that every matching document fulfils. */
export function conditionsOf(filter: Doc, found = new Map<string, Condition>()): Map<string, Condition> {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && isArray(value))
      for (const branch of value) isDoc(branch) && conditionsOf(branch, found)
    else if (!key.startsWith('$')) read(key, value, found)
  }
  return found
}

function read(path: string, value: unknown, found: Map<string, Condition>) {
  const condition = found.get(path) ?? {}
  found.set(path, condition)
  if (!isOperators(value)) {
    if (isRegex(value)) readPrefix(value, condition)
    else if (isExactValue(value)) condition.equals ??= [value]
    return
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (operator === '$eq' && isExactValue(operand)) condition.equals ??= [operand]
    else if (operator === '$in' && isArray(operand) && operand.every(isExactValue))
      condition.equals ??= operand
    else if ((operator === '$gt' || operator === '$gte') && isRanged(operand)) condition.lower ??= operand
    else if ((operator === '$lt' || operator === '$lte') && isRanged(operand)) condition.upper ??= operand
    else if (operator === '$exists' && operand === true) condition.exists = true
    else if (operator === '$regex' && isRegex(operand) && value.$options === undefined)
      readPrefix(operand, condition)
  }
}

function readPrefix(regex: Parameters<typeof literalPrefix>[0], condition: Condition) {
  const prefix = literalPrefix(regex)
  if (prefix !== undefined) condition.prefix ??= prefix
}

/** Whether an equal value has the very key of this one: not so for arrays, which are indexed item by item. */
const isExactValue = (value: unknown) => !isArray(value) && !isRegex(value) && value !== undefined

const isRanged = (value: unknown) => RANGED.includes(typeOf(value))

/** Whether a document that fulfils the condition certainly has the field. */
export const demandsField = (condition: Condition | undefined): boolean =>
  condition !== undefined &&
  (condition.exists === true ||
    condition.lower !== undefined ||
    condition.upper !== undefined ||
    condition.prefix !== undefined ||
    condition.equals?.every(value => !isMissing(value)) === true)
