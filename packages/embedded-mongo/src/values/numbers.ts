import { Decimal128, Double, Int32, Long } from 'bson'
import { badValue, refused } from '../errors.ts'
import { isInt32, type NumberValue, toNumber } from './types.ts'

export type NumberKind = 'int' | 'long' | 'double' | 'decimal'

export function kindOf(value: NumberValue): NumberKind {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double'
  if (typeof value === 'bigint' || value instanceof Long) return 'long'
  if (value instanceof Int32) return 'int'
  return value instanceof Decimal128 ? 'decimal' : 'double'
}

/** A double, told apart from an int32 of the same value. */
export const asDouble = (value: number): number | Double => (isInt32(value) ? new Double(value) : value)

/** An integer in the smallest type that holds it, at least `kind`. */
export function asInteger(value: bigint, kind: 'int' | 'long'): number | Long {
  if (kind === 'int' && value >= -2147483648n && value <= 2147483647n) return Number(value)
  if (value < -9223372036854775808n || value > 9223372036854775807n) throw badValue('integer overflow')
  return Long.fromBigInt(value)
}

export const toBigInt = (value: NumberValue): bigint =>
  value instanceof Long
    ? value.toBigInt()
    : typeof value === 'bigint'
      ? value
      : BigInt(Math.trunc(toNumber(value)))

/** Adds or multiplies as MongoDB does: the wider type wins, int32 grows to int64. */
export function arithmetic(
  a: NumberValue,
  b: NumberValue,
  operator: '+' | '-' | '*',
  overflow: 'double' | 'error' = 'error',
): NumberValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = apply(a, b, operator)
    if (isInt32(a) && isInt32(b)) {
      if (isInt32(quick)) return quick
    } else return asDouble(quick)
  }
  const kinds = [kindOf(a), kindOf(b)]
  if (kinds.includes('decimal')) throw refused('arithmetic with Decimal128')
  if (kinds.includes('double')) return asDouble(apply(toNumber(a), toNumber(b), operator))
  const exact = apply(toBigInt(a), toBigInt(b), operator)
  const fits = exact >= -9223372036854775808n && exact <= 9223372036854775807n
  if (!fits && overflow === 'double') return asDouble(Number(exact))
  return asInteger(exact, kinds.includes('long') ? 'long' : 'int')
}

function apply<N extends number | bigint>(a: N, b: N, operator: '+' | '-' | '*'): N {
  if (operator === '+') return ((a as number) + (b as number)) as N
  if (operator === '-') return ((a as number) - (b as number)) as N
  return ((a as number) * (b as number)) as N
}

/** MongoDB's numeric order across all number types; NaN comes first and equals itself. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = toNumber(a)
  const y = toNumber(b)
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x))
  if (x !== y) return x < y ? -1 : 1
  if (isExact(a) && isExact(b)) return 0
  if (!Number.isFinite(x)) return 0
  return compareDigits(digitsOf(a), digitsOf(b))
}

/** Whether the nearest JS number is the value itself. */
export function isExact(value: NumberValue): boolean {
  if (typeof value === 'number' || value instanceof Int32 || value instanceof Double) return true
  const nearest = toNumber(value)
  if (Number.isSafeInteger(nearest) && !(value instanceof Decimal128)) return true
  return !Number.isFinite(nearest) || compareDigits(digitsOf(value), digitsOf(nearest)) === 0
}

/** The value's decimal digits in one normal form. */
export function exactDigits(value: NumberValue): string {
  if (!Number.isFinite(toNumber(value))) return String(toNumber(value))
  let { digits, exponent } = digitsOf(value)
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n
    exponent++
  }
  return `${digits}e${digits === 0n ? 0 : exponent}`
}

type Digits = { digits: bigint; exponent: number }

function digitsOf(value: NumberValue): Digits {
  if (!(value instanceof Decimal128)) {
    if (Number.isInteger(toNumber(value))) return { digits: toBigInt(value), exponent: 0 }
    return doubleDigits(toNumber(value))
  }
  const parts = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(value.toString())
  if (!parts) throw refused(`the number ${value.toString()}`)
  const fraction = parts[3] ?? ''
  return {
    digits: BigInt(`${parts[1]}${parts[2]}${fraction}`),
    exponent: Number(parts[4] ?? 0) - fraction.length,
  }
}

/** The exact decimal expansion of a double: m / 2^k is m * 5^k / 10^k. */
function doubleDigits(value: number): Digits {
  let mantissa = value
  let halvings = 0
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    halvings++
  }
  return { digits: BigInt(mantissa) * 5n ** BigInt(halvings), exponent: -halvings }
}

function compareDigits(a: Digits, b: Digits): number {
  const shift = a.exponent - b.exponent
  if (Math.abs(shift) > 2000) throw refused('comparing decimals this far apart')
  const left = shift > 0 ? a.digits * 10n ** BigInt(shift) : a.digits
  const right = shift < 0 ? b.digits * 10n ** BigInt(-shift) : b.digits
  return left < right ? -1 : left > right ? 1 : 0
}
