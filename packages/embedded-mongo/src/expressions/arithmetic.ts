import { Long } from 'bson'
import { badValue, located, refused, typeMismatch } from '../errors.ts'
import { arithmetic, asDouble, asInteger, kindOf, toBigInt } from '../values/numbers.ts'
import { isMissing, isNumber, type NumberValue, toNumber } from '../values/types.ts'
import {
  binary,
  listed,
  numberOf,
  type OperatorBuilder,
  type OperatorTable,
  orNull,
  unary,
} from './operator.ts'
import { Sum } from './sum.ts'

const many = Number.POSITIVE_INFINITY

function add(...values: unknown[]): unknown {
  if (values.some(isMissing)) return null
  const sum = new Sum()
  let date: Date | undefined
  for (const value of values) {
    if (value instanceof Date) {
      if (date) throw located(16612, 'only one date allowed in an $add expression')
      date = value
    } else sum.add(numberOf(value, '$add'))
  }
  return date ? new Date(Number(date) + Math.round(toNumber(sum.total()))) : sum.total()
}

function subtract(a: unknown, b: unknown): unknown {
  if (isMissing(a) || isMissing(b)) return null
  if (a instanceof Date) {
    if (b instanceof Date) return Long.fromNumber(Number(a) - Number(b))
    return new Date(Number(a) - Math.round(toNumber(numberOf(b, '$subtract'))))
  }
  if (b instanceof Date) throw typeMismatch("can't $subtract date from a number")
  return arithmetic(numberOf(a, '$subtract'), numberOf(b, '$subtract'), '-', 'double')
}

function multiply(...values: unknown[]): unknown {
  if (values.some(isMissing)) return null
  return values.reduce<NumberValue>(
    (product, value) => arithmetic(product, numberOf(value, '$multiply'), '*', 'double'),
    1,
  )
}

function divide(a: unknown, b: unknown): unknown {
  const divisor = plain(numberOf(b, '$divide'))
  if (divisor === 0) throw badValue("can't $divide by zero")
  return asDouble(plain(numberOf(a, '$divide')) / divisor)
}

function modulo(a: unknown, b: unknown): unknown {
  const x = numberOf(a, '$mod')
  const y = numberOf(b, '$mod')
  if (plain(y) === 0) throw located(16610, "can't $mod by zero")
  const kinds = [kindOf(x), kindOf(y)]
  if (kinds.includes('double')) return asDouble(plain(x) % plain(y))
  return asInteger(toBigInt(x) % toBigInt(y), kinds.includes('long') ? 'long' : 'int')
}

/** A JS number; decimals are refused because they would silently lose digits. */
function plain(value: NumberValue): number {
  if (kindOf(value) === 'decimal') throw refused('arithmetic with Decimal128')
  return toNumber(value)
}

/** Doubles pass through `change`; integers stay what they are unless `change` needs a fraction. */
const rounding = (operator: string, change: (value: number) => number): OperatorBuilder =>
  unary(
    orNull(value => {
      const number = numberOf(value, operator)
      return kindOf(number) === 'double' ? asDouble(change(plain(number))) : number
    }),
  )

const real = (
  operator: string,
  change: (value: number) => number,
  allowed: (value: number) => boolean = () => true,
) =>
  unary(
    orNull(value => {
      const number = plain(numberOf(value, operator))
      if (!allowed(number)) throw badValue(`${operator}'s argument is out of its domain: ${number}`)
      return asDouble(change(number))
    }),
  )

function absolute(value: unknown): unknown {
  const number = numberOf(value, '$abs')
  if (kindOf(number) === 'double') return asDouble(Math.abs(plain(number)))
  const size = toBigInt(number)
  return asInteger(size < 0n ? -size : size, kindOf(number) === 'long' ? 'long' : 'int')
}

function power(a: unknown, b: unknown): unknown {
  const base = numberOf(a, '$pow')
  const exponent = numberOf(b, '$pow')
  if (plain(base) === 0 && plain(exponent) < 0)
    throw badValue('$pow cannot take a base of 0 and a negative exponent')
  const result = plain(base) ** plain(exponent)
  const kinds = [kindOf(base), kindOf(exponent)]
  if (kinds.includes('double') || plain(exponent) < 0) return asDouble(result)
  if (!Number.isSafeInteger(result)) return asDouble(result)
  return asInteger(BigInt(result), kinds.includes('long') ? 'long' : 'int')
}

/** Rounds half to even or cuts, at a decimal place, on the 15 digits a double is sure of. */
function atPlace(operator: string, value: unknown, place: unknown): unknown {
  const number = numberOf(value, operator)
  const places = place === undefined ? 0 : plain(numberOf(place, operator))
  if (!Number.isInteger(places) || places < -20 || places > 100)
    throw badValue(`cannot apply ${operator} with precision value ${places}`)
  if (kindOf(number) !== 'double') {
    if (places >= 0) return number
    throw refused(`${operator} of an integer at a negative place`)
  }
  const double = plain(number)
  if (!Number.isFinite(double)) return number
  return asDouble(roundDecimal(double, places, operator === '$round'))
}

function roundDecimal(value: number, places: number, halfEven: boolean): number {
  const [, sign, head, tail = '', power] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14)) ?? []
  const exponent = Number(power) - 14 + places
  const digits = BigInt(`${head}${tail.padEnd(14, '0')}`)
  if (exponent >= 0) return value
  const unit = 10n ** BigInt(-exponent)
  const rest = digits % unit
  let kept = digits / unit
  if (halfEven && (rest * 2n > unit || (rest * 2n === unit && kept % 2n === 1n))) kept += 1n
  return Number(`${sign}${kept}e${-places}`)
}

export const arithmeticOperators: OperatorTable = {
  $add: listed(0, many, add),
  $subtract: binary(subtract),
  $multiply: listed(0, many, multiply),
  $divide: binary(orNull(divide)),
  $mod: binary(orNull(modulo)),
  $abs: unary(orNull(absolute)),
  $ceil: rounding('$ceil', Math.ceil),
  $floor: rounding('$floor', Math.floor),
  $round: listed(1, 2, (value, place) =>
    isMissing(value) || place === null ? null : atPlace('$round', value, place),
  ),
  $trunc: listed(1, 2, (value, place) =>
    isMissing(value) || place === null ? null : atPlace('$trunc', value, place),
  ),
  $sqrt: real('$sqrt', Math.sqrt, value => !(value < 0)),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', Math.log, value => !(value <= 0)),
  $log10: real('$log10', Math.log10, value => !(value <= 0)),
  $pow: binary(orNull(power)),
  $rand: () => () => Math.random(),
  $isNumber: unary(isNumber),
}
