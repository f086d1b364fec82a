import { located, refused } from '../errors.ts'
import { mergeObjects } from '../expressions/objects.ts'
import { Sum } from '../expressions/sum.ts'
import { roughSize, type Work } from '../store/work.ts'
import { compare } from '../values/compare.ts'
import { identityOf } from '../values/identity.ts'
import { asDouble } from '../values/numbers.ts'
import { type Doc, isDoc, isMissing, isNumber, toNumber } from '../values/types.ts'

export type Accumulator = { add: (value: unknown) => void; result: () => unknown }

function sum(): Accumulator {
  const total = new Sum()
  return { add: value => isNumber(value) && total.add(value), result: () => total.total() }
}

function average(): Accumulator {
  const total = new Sum()
  let count = 0
  return {
    add(value) {
      if (!isNumber(value)) return
      total.add(value)
      count++
    },
    result: () => (count === 0 ? null : asDouble(total.double() / count)),
  }
}

const extreme = (direction: 1 | -1) => (): Accumulator => {
  let best: unknown
  return {
    add(value) {
      if (!isMissing(value) && (best === undefined || compare(value, best) * direction < 0)) best = value
    },
    result: () => best ?? null,
  }
}

function first(): Accumulator {
  let found: { value: unknown } | undefined
  return {
    add(value) {
      found ??= { value }
    },
    result: () => found?.value ?? null,
  }
}

function last(): Accumulator {
  let latest: unknown
  return {
    add(value) {
      latest = value
    },
    result: () => latest ?? null,
  }
}

function push(work: Work): Accumulator {
  const values: unknown[] = []
  return {
    add(value) {
      if (value === undefined) return
      work.hold(roughSize(value), '$push')
      values.push(value)
    },
    result: () => values,
  }
}

function addToSet(work: Work): Accumulator {
  const values = new Map<string, unknown>()
  return {
    add(value) {
      if (value === undefined) return
      const identity = identityOf(value)
      if (values.has(identity)) return
      work.hold(roughSize(value), '$addToSet')
      values.set(identity, value)
    },
    result: () => [...values.values()],
  }
}

function merge(): Accumulator {
  let merged: Doc = {}
  return {
    add(value) {
      merged = mergeObjects(merged, value)
    },
    result: () => merged,
  }
}

/** Welford's running variance, as MongoDB computes it. */
const deviation = (sample: boolean) => (): Accumulator => {
  let count = 0
  let mean = 0
  let squares = 0
  return {
    add(value) {
      if (!isNumber(value)) return
      const number = toNumber(value)
      const delta = number - mean
      mean += delta / ++count
      squares += delta * (number - mean)
    },
    result: () =>
      count < (sample ? 2 : 1) ? null : asDouble(Math.sqrt(squares / (sample ? count - 1 : count))),
  }
}

const ACCUMULATORS: Record<string, (work: Work) => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: extreme(1),
  $max: extreme(-1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: merge,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
}

/** Reads `{ $sum: expression }`; `$count: {}` is `$sum: 1`. */
export function readAccumulator(
  field: string,
  spec: unknown,
): { make: (work: Work) => Accumulator; operand: unknown } {
  const entries = isDoc(spec) ? Object.entries(spec) : []
  const [operator, operand] = entries[0] ?? []
  if (entries.length !== 1 || operator === undefined)
    throw located(40234, `The field '${field}' must be an accumulator object`)
  if (operator === '$count') return { make: sum, operand: 1 }
  const make = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
  if (!make) throw refused(`the accumulator ${operator}`)
  return { make, operand }
}
