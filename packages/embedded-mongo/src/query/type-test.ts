import { badValue } from '../errors.ts'
import { isArray, isNumber, toNumber, typeName } from '../values/types.ts'

const NAMES: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
  [-1]: 'minKey',
}
const KNOWN = new Set([...Object.values(NAMES), 'number'])
const NUMBERS = ['int', 'long', 'double', 'decimal']

/** The test of `$type`: one alias or number, or an array of them. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const wanted = new Set<string>()
  for (const item of isArray(operand) ? operand : [operand]) {
    const name = isNumber(item) ? NAMES[toNumber(item)] : item
    if (typeof name !== 'string' || !KNOWN.has(name))
      throw badValue(`Unknown type name alias: ${String(item)}`)
    for (const type of name === 'number' ? NUMBERS : [name]) wanted.add(type)
  }
  if (wanted.size === 0) throw badValue('$type must match at least one type')
  return value => value !== undefined && wanted.has(typeName(value))
}
