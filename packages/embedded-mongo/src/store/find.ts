import { emptyScope, type Scope } from '../expressions/scope.ts'
import type { Matcher } from '../query/condition.ts'
import { compileFilter } from '../query/match.ts'
import { Sorter, type SortField } from '../query/sort.ts'
import { decode } from '../values/decode.ts'
import { type Doc, isArray, isDoc } from '../values/types.ts'
import type { Collection, Index } from './catalogue.ts'
import type { StoredDocument } from './documents.ts'
import type { Environment } from './environment.ts'
import { makePlan, type Plan } from './planner.ts'
import { candidates } from './scan.ts'
import { PAUSE, type Paused, type Work } from './work.ts'

export type FindRequest = {
  filter: Doc
  sort?: readonly SortField[] | undefined
  skip?: number
  limit?: number
  hint?: Index | 'scan' | undefined
  /** 1 or -1: the order of storage instead of a sort */
  natural?: number | undefined
  scope?: Scope
}

const NO_LIMIT = Number.POSITIVE_INFINITY

/** The matching documents, sorted, skipped and limited. */
export function* find(
  environment: Environment,
  collection: Collection | undefined,
  { filter, sort = [], skip = 0, limit = 0, hint, natural, scope = emptyScope }: FindRequest,
  work: Work,
): Generator<StoredDocument | Paused> {
  const matcher = compileFilter(filter, scope)
  if (!collection) return
  const planned = makePlan(collection, { filter, sort, ...(hint && { hint }) })
  const plan: Plan = natural && planned.kind === 'scan' ? { ...planned, reverse: natural < 0 } : planned
  const most = limit > 0 ? limit : NO_LIMIT
  const found = matching(environment, collection, plan, matcher, filter, work)
  const ordered = plan.sorted ? found : sorted(found, sort, skip + most, work)
  let skipped = 0
  let given = 0
  for (const item of ordered) {
    if (item === PAUSE) yield item
    else if (skipped < skip) skipped++
    else {
      yield item
      if (++given >= most) return
    }
  }
}

function* matching(
  environment: Environment,
  collection: Collection,
  plan: Plan,
  matcher: Matcher,
  filter: Doc,
  work: Work,
): Generator<StoredDocument | Paused> {
  const fields = fieldsOfFilter(filter)
  for (const document of candidates(environment, collection, plan)) {
    if (fields?.size === 0 || matcher(decode(document.raw, fields))) yield document
    if (work.step()) yield PAUSE
  }
}

function* sorted(
  found: Iterable<StoredDocument | Paused>,
  sort: readonly SortField[],
  limit: number,
  work: Work,
): Generator<StoredDocument | Paused> {
  const fields = new Set(sort.map(({ parts }) => parts[0] as string))
  const sorter = new Sorter<StoredDocument>(sort, limit)
  for (const item of found) {
    if (item === PAUSE) {
      yield item
      continue
    }
    const before = sorter.held
    sorter.add(decode(item.raw, fields), item)
    if (sorter.held > before && limit === NO_LIMIT) work.hold(item.raw.length + 256, 'Sort')
  }
  yield* sorter.result()
}

/** The top-level fields a filter reads, or undefined if it may read any. */
export function fieldsOfFilter(filter: Doc, fields = new Set<string>()): Set<string> | undefined {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' || key === '$or' || key === '$nor') {
      for (const branch of isArray(value) ? value : [])
        if (isDoc(branch) && !fieldsOfFilter(branch, fields)) return undefined
    } else if (key === '$comment') continue
    else if (key.startsWith('$')) return undefined
    else fields.add(key.split('.')[0] as string)
  }
  return fields
}
