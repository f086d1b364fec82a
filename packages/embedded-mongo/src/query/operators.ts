import { badValue, refused } from '../errors.ts'
import { compare, equal } from '../values/compare.ts'
import { isExact, toBigInt } from '../values/numbers.ts'
import { type Found, note, type Path, visitLeaves, visitPath } from '../values/paths.ts'
import {
  type Doc,
  isArray,
  isDoc,
  isMissing,
  isNumber,
  isObjectId,
  isRegex,
  isTrue,
  TYPE,
  toNumber,
  typeOf,
} from '../values/types.ts'
import { isOperators, type Matcher, type Nested, regexOf } from './condition.ts'
import { compileRegex } from './regex.ts'
import { typeTest } from './type-test.ts'

/** The matcher of one operator on one path. */
export function operatorTest(
  path: Path,
  operator: string,
  operand: unknown,
  siblings: Doc,
  nested: Nested,
): Matcher {
  switch (operator) {
    case '$eq':
      return equalTest(path, operand)
    case '$ne':
      return not(equalTest(path, isRegexRefused('$ne', operand)))
    case '$in':
      return inTest(path, operator, operand)
    case '$nin':
      return not(inTest(path, operator, operand))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return rangeTest(path, operator, operand)
    case '$exists': {
      const exists: Matcher = doc => visitPath(doc, path, value => value !== undefined)
      return isTrue(operand) ? exists : not(exists)
    }
    case '$type':
      return leaf(path, typeTest(operand))
    case '$not': {
      if (!isRegex(operand) && !isOperators(operand)) throw badValue('$not needs a regex or a document')
      return not(nested.field(path.join('.'), operand))
    }
    case '$regex': {
      const wanted = regexOf(operand, siblings.$options)
      const regex = compileRegex(wanted)
      return leaf(path, value =>
        typeof value === 'string' ? regex.test(value) : isRegex(value) && equal(value, wanted),
      )
    }
    case '$options':
      throw badValue('$options needs a $regex')
    case '$size': {
      const size = wholeNumber(operand, '$size')
      return doc => visitPath(doc, path, value => isArray(value) && value.length === size)
    }
    case '$all':
      return allTest(path, operand, nested)
    case '$elemMatch':
      return elementTest(path, operand, nested)
    case '$mod':
      return modTest(path, operand)
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return bitsTest(path, operator, operand)
  }
  if (['$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$jsonSchema'].includes(operator))
    throw refused(operator)
  throw badValue(`unknown operator: ${operator}`)
}

const not =
  (test: Matcher): Matcher =>
  doc =>
    !test(doc)

const leaf =
  (path: Path, test: (value: unknown) => boolean): Matcher =>
  (doc, found) =>
    visitLeaves(doc, path, test, found)

function isRegexRefused(operator: string, operand: unknown) {
  if (isRegex(operand)) throw badValue(`Can't have regex as arg to ${operator}.`)
  return operand
}

export const equalTest = (path: Path, operand: unknown): Matcher => leaf(path, valueTest(operand))

function valueTest(operand: unknown): (value: unknown) => boolean {
  if (isMissing(operand)) return isMissing
  if (typeof operand === 'string' || typeof operand === 'boolean') return value => value === operand
  if (isObjectId(operand)) return value => isObjectId(value) && operand.equals(value)
  if (typeof operand === 'number' && !Number.isNaN(operand))
    return value => (typeof value === 'number' ? value === operand : isNumber(value) && equal(value, operand))
  const type = typeOf(operand)
  return value => typeOf(value) === type && compare(value, operand) === 0
}

function inTest(path: Path, operator: string, operand: unknown): Matcher {
  if (!isArray(operand)) throw badValue(`${operator} needs an array`)
  if (operand.some(isOperators)) throw badValue(`cannot nest $ under ${operator}`)
  const quick = new Set<unknown>()
  const tests: ((value: unknown) => boolean)[] = []
  for (const item of operand) {
    if (isObjectId(item)) quick.add(item.toHexString())
    else if (typeof item === 'string') quick.add(`"${item}`)
    else if (isRegex(item)) {
      const regex = compileRegex(item)
      tests.push(value =>
        typeof value === 'string' ? regex.test(value) : isRegex(value) && equal(value, item),
      )
    } else tests.push(valueTest(item))
  }
  return leaf(path, value => {
    if (typeof value === 'string') {
      if (quick.has(`"${value}`)) return true
    } else if (isObjectId(value) && quick.has(value.toHexString())) return true
    for (const test of tests) if (test(value)) return true
    return false
  })
}

const HOLDS: Record<string, (order: number) => boolean> = {
  $gt: order => order > 0,
  $gte: order => order >= 0,
  $lt: order => order < 0,
  $lte: order => order <= 0,
}

/** Comparisons only hold between values of one type; NaN is only equal to itself. */
function rangeTest(path: Path, operator: string, operand: unknown): Matcher {
  const holds = HOLDS[operator] as (order: number) => boolean
  const type = typeOf(operand)
  if (type === TYPE.regex)
    throw badValue(`Can't have RegEx as arg to predicate over field '${path.join('.')}'.`)
  if (type === TYPE.minKey || type === TYPE.maxKey) throw refused(`${operator} with MinKey or MaxKey`)
  if (isMissing(operand)) return holds(0) ? leaf(path, isMissing) : () => false
  if (!isNumber(operand)) return leaf(path, value => typeOf(value) === type && holds(compare(value, operand)))
  const nan = Number.isNaN(toNumber(operand))
  return leaf(path, value => {
    if (!isNumber(value)) return false
    if (nan || Number.isNaN(toNumber(value))) return nan && Number.isNaN(toNumber(value)) && holds(0)
    return holds(compare(value, operand))
  })
}

function wholeNumber(operand: unknown, operator: string): number {
  if (!isNumber(operand) || !Number.isInteger(toNumber(operand)) || toNumber(operand) < 0)
    throw badValue(`Failed to parse ${operator}. Expected a non-negative integer`)
  return toNumber(operand)
}

function allTest(path: Path, operand: unknown, nested: Nested): Matcher {
  if (!isArray(operand)) throw badValue('$all needs an array')
  const name = path.join('.')
  const tests = operand.map(item => {
    if (isDoc(item) && '$elemMatch' in item) return elementTest(path, item.$elemMatch, nested)
    if (isOperators(item)) throw badValue('no $ expressions in $all')
    return nested.field(name, isRegex(item) ? item : { $eq: item })
  })
  return tests.length === 0 ? () => false : (doc, found) => tests.every(test => test(doc, found))
}

function elementTest(path: Path, operand: unknown, nested: Nested): Matcher {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object')
  const test = nested.item(operand)
  return (doc, found?: Found) =>
    visitPath(doc, path, (value, arrayIndex) => {
      if (!isArray(value)) return false
      const index = value.findIndex(test)
      if (index >= 0) note(found, arrayIndex ?? index)
      return index >= 0
    })
}

function modTest(path: Path, operand: unknown): Matcher {
  if (!isArray(operand) || operand.length !== 2) throw badValue('malformed mod, needs exactly two elements')
  const [divisor, remainder] = operand.map(item => {
    if (!isNumber(item) || !Number.isFinite(toNumber(item)))
      throw badValue('malformed mod, divisor or remainder not a number')
    return toBigInt(item)
  }) as [bigint, bigint]
  if (divisor === 0n) throw badValue('divisor cannot be 0')
  return leaf(
    path,
    value => isNumber(value) && Number.isFinite(toNumber(value)) && toBigInt(value) % divisor === remainder,
  )
}

function bitsTest(path: Path, operator: string, operand: unknown): Matcher {
  let mask = 0n
  if (isArray(operand)) for (const bit of operand) mask |= 1n << BigInt(wholeNumber(bit, operator))
  else if (isNumber(operand) && isExact(operand)) mask = BigInt(wholeNumber(operand, operator))
  else throw refused(`${operator} with this operand`)
  return leaf(path, value => {
    if (!isNumber(value) || !Number.isInteger(toNumber(value))) return false
    const bits = toBigInt(value) & mask
    if (operator === '$bitsAllSet') return bits === mask
    if (operator === '$bitsAnySet') return bits !== 0n
    return operator === '$bitsAllClear' ? bits === 0n : bits !== mask
  })
}
