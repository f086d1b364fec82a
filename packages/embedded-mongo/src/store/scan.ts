import { MongoError } from '../errors.ts'
import type { Collection } from './catalogue.ts'
import type { StoredDocument } from './documents.ts'
import type { Environment } from './environment.ts'
import { type Bounds, canSort, type Plan, type Range } from './planner.ts'

const FIRST_CHUNK = 16
const MAX_CHUNK = 512

/**
 * The candidates of a plan. Reads go in chunks that start behind the last key, so no snapshot is held open while a
 * cursor waits for its reader.
 */
export function* candidates(
  environment: Environment,
  collection: Collection,
  plan: Plan,
): Generator<StoredDocument> {
  if (plan.kind === 'ids') {
    for (const key of plan.keys) {
      const raw = environment.documents.get(key)
      if (raw) yield { key, raw }
    }
  } else if (plan.kind === 'scan') {
    for (const { key, value } of read(environment, 'documents', plan.bounds, plan.reverse, () =>
      ensure(!collection.dropped),
    ))
      yield { key, raw: value }
  } else if (plan.kind === 'union') {
    const seen = new Set<string>()
    for (const part of plan.plans) yield* unseen(candidates(environment, collection, part), seen)
  } else {
    const found = indexed(environment, plan)
    yield* plan.repeats ? unseen(found, new Set()) : found
  }
}

function* indexed(
  environment: Environment,
  plan: Extract<Plan, { kind: 'index' }>,
): Generator<StoredDocument> {
  const { index, ranges, reverse } = plan
  const orderMatters = plan.sorted && canSort(index)
  const check = () => ensure(!index.dropped && (!orderMatters || canSort(index)))
  const readRange = (range: Range) => read(environment, 'entries', range, reverse, check)
  for (const { value: key } of plan.merged
    ? merge(ranges, readRange, reverse)
    : oneByOne(ranges, readRange)) {
    const raw = environment.documents.get(key)
    if (raw) yield { key, raw }
  }
}

type Entry = { key: Buffer; value: Buffer }

function* oneByOne(ranges: readonly Range[], readRange: (range: Range) => Iterable<Entry>) {
  for (const range of ranges) yield* readRange(range)
}

/** The entries of all ranges in one order: that of what follows the bytes which a range has in common. */
function* merge(
  ranges: readonly Range[],
  readRange: (range: Range) => Iterable<Entry>,
  reverse: boolean,
): Generator<Entry> {
  const heads = ranges.flatMap(range => {
    const entries = readRange(range)[Symbol.iterator]()
    const first = entries.next()
    return first.done ? [] : [{ entries, entry: first.value, known: range.known }]
  })
  const isBefore = (a: (typeof heads)[number], b: (typeof heads)[number]) =>
    a.entry.key.compare(b.entry.key, b.known, undefined, a.known) < 0 !== reverse
  while (heads.length > 0) {
    const next = heads.reduce((first, head) => (isBefore(head, first) ? head : first))
    yield next.entry
    const following = next.entries.next()
    if (following.done) heads.splice(heads.indexOf(next), 1)
    else next.entry = following.value
  }
}

function* unseen(found: Iterable<StoredDocument>, seen: Set<string>): Generator<StoredDocument> {
  for (const document of found) {
    const key = document.key.toString('latin1')
    if (seen.has(key)) continue
    seen.add(key)
    yield document
  }
}

/** What a read stands on may vanish while it waits. */
function ensure(holds: boolean) {
  if (!holds)
    throw new MongoError(
      175,
      'QueryPlanKilled',
      'the collection or index of this query was dropped or changed',
    )
}

function* read(
  environment: Environment,
  database: 'documents' | 'entries',
  bounds: Bounds,
  reverse: boolean,
  check: () => void,
) {
  let { start, end } = bounds
  for (let limit = FIRST_CHUNK; ; limit = Math.min(limit * 4, MAX_CHUNK)) {
    check()
    const options = reverse
      ? { start: end, end: start, reverse, limit, exclusiveStart: true, inclusiveEnd: true }
      : { start, end, limit }
    const chunk = [...environment[database].getRange(options)]
    yield* chunk
    const last = chunk.at(-1)
    if (chunk.length < limit || !last) return
    if (reverse) end = last.key
    else start = Buffer.concat([last.key, Buffer.from([0])])
  }
}
