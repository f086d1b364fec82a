import { badValue, refused } from '../errors.ts'
import { emptyScope } from '../expressions/scope.ts'
import { fieldTest } from '../query/match.ts'
import type { SortField } from '../query/sort.ts'
import { writePlace } from '../update/places.ts'
import { equal } from '../values/compare.ts'
import { encodeKey, prefixSuccessor } from '../values/key-encoding.ts'
import { type Doc, isArray, isDoc, isMissing, TYPE, typeOf } from '../values/types.ts'
import type { Collection, Index } from './catalogue.ts'
import { type Condition, conditionsOf, demandsField } from './conditions.ts'
import { documentKey } from './documents.ts'
import { MAX_KEY_BYTES } from './entries.ts'

export type Bounds = { start: Buffer; end: Buffer }
/** Entries that agree in their first `known` bytes, which an order among several ranges leaves out. */
export type Range = Bounds & { known: number }

/** Where to look for candidates; every candidate is still put to the filter. */
export type Plan =
  | { kind: 'ids'; keys: Buffer[]; sorted: boolean }
  | { kind: 'scan'; bounds: Bounds; reverse: boolean; sorted: boolean }
  | {
      kind: 'index'
      index: Index
      ranges: Range[]
      reverse: boolean
      sorted: boolean
      /** Each range is in order by itself; together they are when always the next of all is taken. */
      merged: boolean
      repeats: boolean
      score: number
    }
  | { kind: 'union'; plans: Plan[]; sorted: false }

const MAX_RANGES = 2000
/** With more than these, sorting what they hold is no slower than looking at the next of each again and again. */
const MAX_MERGED = 100

export type PlanRequest = { filter: Doc; sort?: readonly SortField[]; hint?: Index | 'scan' }

export function makePlan(collection: Collection, { filter, sort = [], hint }: PlanRequest): Plan {
  const conditions = conditionsOf(filter)
  const scan = scanPlan(collection, conditions, sort)
  const ids = conditions.get('_id')?.equals
  if (hint === 'scan') return ids && ids.length <= MAX_RANGES ? idPlan(collection, ids, sort) : scan
  if (hint) {
    const plan = indexPlan(hint, conditions, sort, true)
    if (!plan) throw refused('a hint at a sparse or partial index that may lack matching documents')
    return plan
  }
  if (ids && ids.length <= MAX_RANGES) return idPlan(collection, ids, sort)
  const plans = collection.indexes.flatMap(index =>
    index.ready ? (indexPlan(index, conditions, sort, false) ?? []) : [],
  )
  const best = plans.reduce<(typeof plans)[number] | undefined>(
    (top, plan) => (top && top.score >= plan.score ? top : plan),
    undefined,
  )
  return best ?? unionPlan(collection, filter, sort) ?? scan
}

function idPlan(collection: Collection, ids: unknown[], sort: readonly SortField[]): Plan {
  const keys = new Map<string, Buffer>()
  for (const id of ids) {
    const key = storableKey(collection, id)
    if (key) keys.set(key.toString('latin1'), key)
  }
  return { kind: 'ids', keys: [...keys.values()], sorted: sort.length === 0 || keys.size <= 1 }
}

/** A value no document can have as _id leads nowhere. */
function storableKey(collection: Collection, id: unknown): Buffer | undefined {
  try {
    return documentKey(collection, id)
  } catch {
    return undefined
  }
}

function scanPlan(
  collection: Collection,
  conditions: Map<string, Condition>,
  sort: readonly SortField[],
): Plan {
  const first = sort[0]
  const byId = first?.path === '_id'
  const range = conditions.get('_id')
  const bounds = (range && rangeBounds(collection.prefix, range, false, false)) ?? whole(collection.prefix)
  return { kind: 'scan', bounds, reverse: byId && first.direction < 0, sorted: sort.length === 0 || byId }
}

const whole = (prefix: Buffer): Bounds => ({ start: prefix, end: prefixSuccessor(prefix) })

/** Each branch of an `$or` through its own index. */
function unionPlan(collection: Collection, filter: Doc, sort: readonly SortField[]): Plan | undefined {
  const branches = filter.$or
  if (!isArray(branches) || sort.length > 0 || branches.length > 50) return undefined
  const plans = branches.map(branch => (isDoc(branch) ? makePlan(collection, { filter: branch }) : undefined))
  if (plans.some(plan => !plan || plan.kind === 'scan' || plan.kind === 'union')) return undefined
  return { kind: 'union', plans: plans as Plan[], sorted: false }
}

type IndexPlan = Extract<Plan, { kind: 'index' }>

function indexPlan(
  index: Index,
  conditions: Map<string, Condition>,
  sort: readonly SortField[],
  forced: boolean,
): IndexPlan | undefined {
  if (index.sparse && !index.fields.some(({ path }) => demandsField(conditions.get(path)))) return undefined
  if (index.partialFilterExpression && !implies(conditions, index.partialFilterExpression)) return undefined
  const { prefixes, used, usedArray, single } = equalPrefixes(index, conditions)
  const next = index.fields[used]
  const isArrayField = index.multikey[used] === true
  const condition = next && !(isArrayField && usedArray) ? conditions.get(next.path) : undefined
  const ranges = prefixes.map(prefix =>
    next && condition ? rangeBounds(prefix, condition, next.descending, isArrayField) : undefined,
  )
  const ranged = ranges[0] !== undefined
  const order = prefixes.length <= MAX_MERGED ? sortOrder(index, { used, single }, sort) : undefined
  if (used === 0 && !ranged && order === undefined && !forced) return undefined
  const full = used === index.fields.length
  return {
    kind: 'index',
    index,
    ranges: prefixes.map((prefix, i) => ({ ...(ranges[i] ?? whole(prefix)), known: prefix.length })),
    reverse: order === -1,
    sorted: order !== undefined || sort.length === 0,
    merged: order !== undefined && prefixes.length > 1,
    repeats: prefixes.length > 1 || index.lossy || index.multikey.includes(true),
    score: used * 10 + (ranged ? 5 : 0) + (order !== undefined ? 4 : 0) + (index.unique && full ? 20 : 0),
  }
}

/** The longest run of leading fields with known values. Only one of them may pass through an array. */
function equalPrefixes(index: Index, conditions: Map<string, Condition>) {
  let prefixes: Buffer[] = [index.prefix]
  const single = new Set<string>()
  let used = 0
  let usedArray = false
  for (const [i, field] of index.fields.entries()) {
    const values = conditions.get(field.path)?.equals
    const isArrayField = index.multikey[i] === true
    if (!values || (isArrayField && usedArray) || prefixes.length * values.length > MAX_RANGES) break
    const next = new Map<string, Buffer>()
    for (const prefix of prefixes)
      for (const value of values) {
        const longer = cut(Buffer.concat([prefix, encodeKey(value, field.descending)]))
        next.set(longer.toString('latin1'), longer)
      }
    if (next.size <= prefixes.length) single.add(field.path)
    prefixes = [...next.values()]
    usedArray ||= isArrayField
    used++
  }
  return { prefixes, used, usedArray, single }
}

/** Entries are cut at a length, so what searches for them is cut at the same. */
const cut = (key: Buffer) => key.subarray(0, MAX_KEY_BYTES + 4)

/** The keys between two values of one type; both ends included, the filter is the judge. */
function rangeBounds(
  prefix: Buffer,
  condition: Condition,
  descending: boolean,
  isArrayField: boolean,
): Bounds | undefined {
  let { lower, upper } = condition
  if (condition.prefix !== undefined && !isArrayField) return textBounds(prefix, condition.prefix, descending)
  if (lower === undefined && upper === undefined) return undefined
  // Different items of an array may fulfil the two ends, so only one of them narrows the search.
  if (isArrayField && lower !== undefined) upper = undefined
  if (lower !== undefined && upper !== undefined && typeOf(lower) !== typeOf(upper)) upper = undefined
  const type = Buffer.from([typeOf(lower ?? upper)])
  if (descending) for (const [i, byte] of type.entries()) type[i] = ~byte & 255
  const end = (value: unknown) => (value === undefined ? type : encodeKey(value, descending))
  const [low, high] = descending ? [upper, lower] : [lower, upper]
  return {
    start: cut(Buffer.concat([prefix, end(low)])),
    end: prefixSuccessor(cut(Buffer.concat([prefix, end(high)]))),
  }
}

function textBounds(prefix: Buffer, text: string, descending: boolean): Bounds {
  const key = Buffer.from([TYPE.string, ...Buffer.from(text, 'utf8')])
  if (descending) for (const [i, byte] of key.entries()) key[i] = ~byte & 255
  return whole(cut(Buffer.concat([prefix, key])))
}

/** 1 or -1 if reading the index forwards or backwards gives the sort; fields with a single value do not matter. */
function sortOrder(
  index: Index,
  { used, single }: { used: number; single: ReadonlySet<string> },
  sort: readonly SortField[],
): 1 | -1 | undefined {
  if (sort.length === 0 || !canSort(index)) return undefined
  let at = used
  let order: 1 | -1 | undefined
  for (const { path, direction } of sort) {
    if (single.has(path)) continue
    const field = index.fields[at++]
    if (field?.path !== path) return undefined
    const needed = field.descending === direction < 0 ? 1 : -1
    if (order !== undefined && order !== needed) return undefined
    order = needed
  }
  return order ?? 1
}

/** An index with arrays or cut entries has no one order for a document. */
export const canSort = (index: Index) => !index.lossy && !index.multikey.includes(true)

/** Whether all documents the conditions allow are in a partial index: only what can be shown by plain values. */
function implies(conditions: Map<string, Condition>, partial: Doc): boolean {
  return Object.entries(partial).every(([path, demand]) => {
    if (path === '$and' && isArray(demand))
      return demand.every(branch => isDoc(branch) && implies(conditions, branch))
    if (path.startsWith('$')) return false
    const condition = conditions.get(path)
    if (!condition) return false
    if (equal(demand, { $exists: true })) return demandsField(condition)
    const values = condition.equals
    if (!values || values.some(isMissing)) return false
    const test = fieldTest(path, demand, emptyScope)
    return values.every(value => {
      const example: Doc = {}
      writePlace(example, path.split('.'), value)
      return test(example)
    })
  })
}

/** Finds the index a hint means. */
export function resolveHint(collection: Collection, hint: unknown): Index | 'scan' | undefined {
  if (hint === undefined || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined
  if (hint === '_id_' || equal(hint, { _id: 1 })) return 'scan'
  if (isDoc(hint) && '$natural' in hint) return 'scan'
  const index = collection.indexes.find(
    ({ name, key, ready }) => ready && (typeof hint === 'string' ? name === hint : sameKey(key, hint)),
  )
  if (!index) throw badValue('hint provided does not correspond to an existing index')
  return index
}

/** Key patterns are the same if they have the same fields in the same order with equal directions. */
export const sameKey = (a: unknown, b: unknown) => isDoc(a) && isDoc(b) && equal(a, b)
