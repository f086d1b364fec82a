import { Decimal128 } from 'bson'
import { refused } from '../errors.ts'
import { asDouble, asInteger, kindOf, toBigInt } from '../values/numbers.ts'
import { isInt32, type NumberValue, toNumber } from '../values/types.ts'

/** MongoDB's running total: integers exactly, doubles with a second double for what rounding lost. */
export class Sum {
  private small = 0
  private integers = 0n
  private high = 0
  private low = 0
  private special = 0
  private widest: 'int' | 'long' | 'double' = 'int'

  add(value: NumberValue) {
    if (typeof value === 'number' && isInt32(value)) {
      this.small += value
      if (!Number.isSafeInteger(this.small)) this.flush(value)
      return
    }
    if (value instanceof Decimal128) throw refused('arithmetic with Decimal128')
    const kind = kindOf(value)
    if (kind === 'double') {
      this.widest = 'double'
      return this.addDouble(toNumber(value))
    }
    if (kind === 'long' && this.widest === 'int') this.widest = 'long'
    this.integers += toBigInt(value)
  }

  /** The total in the widest type added; integers that outgrow int64 become a double. */
  total(): NumberValue {
    const whole = this.integers + BigInt(this.small)
    if (this.widest === 'double') return asDouble(this.double())
    if (whole < -9223372036854775808n || whole > 9223372036854775807n) return asDouble(Number(whole))
    return asInteger(whole, this.widest)
  }

  /** The total as a plain number. */
  double(): number {
    const whole = this.integers + BigInt(this.small)
    if (!Number.isFinite(this.special)) return this.special
    const high = Number(whole)
    const copy = new Sum()
    copy.high = this.high
    copy.low = this.low
    copy.addDouble(high)
    copy.addDouble(Number(whole - BigInt(high)))
    return copy.high + copy.low
  }

  private flush(value: number) {
    this.integers += BigInt(this.small - value) + BigInt(value)
    this.small = 0
  }

  private addDouble(value: number) {
    this.special += value
    const sum = this.high + value
    const part = sum - this.high
    const lost = this.high - (sum - part) + (value - part) + this.low
    this.high = sum + lost
    this.low = lost - (this.high - sum)
  }
}
