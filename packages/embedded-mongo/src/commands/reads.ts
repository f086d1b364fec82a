import { badValue } from '../errors.ts'
import { compileFilter } from '../query/match.ts'
import { compileProjection } from '../query/project.ts'
import { parseSort } from '../query/sort.ts'
import type { StoredDocument } from '../store/documents.ts'
import { resolveHint } from '../store/planner.ts'
import { collect, PAUSE, type Paused, roughSize } from '../store/work.ts'
import { compare } from '../values/compare.ts'
import { decode, encode } from '../values/decode.ts'
import { identityOf } from '../values/identity.ts'
import { splitPath, visitPath } from '../values/paths.ts'
import { type Doc, isArray, isDoc, isNumber, toNumber } from '../values/types.ts'
import {
  type Command,
  countArgument,
  documentArgument,
  integerArgument,
  namespaceOf,
  scopeOf,
} from './command.ts'

const find: Command = {
  accepts: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'let',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
  ],
  async run(args, context) {
    const namespace = namespaceOf(context.database, args.find)
    const collection = context.store.catalogue.get(namespace)
    const filter = documentArgument(args.filter, 'filter')
    const scope = scopeOf(args.let)
    const matcher = compileFilter(filter, scope)
    const project = compileProjection(documentArgument(args.projection, 'projection'), scope, { matcher })
    const { natural, sort } = sortOf(args)
    const found = context.store.find(
      collection,
      {
        filter,
        sort,
        natural,
        scope,
        skip: countArgument(args.skip, 'skip') ?? 0,
        limit: Math.abs(integerArgument(args.limit, 'limit') ?? 0),
        hint: natural ? 'scan' : collection && resolveHint(collection, args.hint),
      },
      context.work,
    )
    return context.cursors.start(namespace, shown(found, project), context.work, {
      batchSize: countArgument(args.batchSize, 'batchSize'),
      single: args.singleBatch === true || (integerArgument(args.limit, 'limit') ?? 0) < 0,
    })
  },
}

/** `$natural`, as a sort or a hint, asks for the order of storage. */
function sortOf(args: Doc) {
  const sort = documentArgument(args.sort, 'sort')
  const natural = '$natural' in sort ? sort.$natural : isDoc(args.hint) ? args.hint.$natural : undefined
  if (natural !== undefined && (!isNumber(natural) || Math.abs(toNumber(natural)) !== 1))
    throw badValue('$natural must be 1 or -1')
  return {
    natural: isNumber(natural) ? toNumber(natural) : undefined,
    sort: '$natural' in sort ? [] : parseSort(sort),
  }
}

function* shown(
  found: Iterable<StoredDocument | Paused>,
  project: ((doc: Doc) => Doc) | undefined,
): Generator<Buffer | Paused> {
  for (const item of found)
    if (item === PAUSE) yield item
    else yield project ? encode(project(decode(item.raw))) : item.raw
}

const getMore: Command = {
  accepts: ['collection', 'batchSize'],
  run(args, { cursors, database, work }) {
    const batchSize = countArgument(args.batchSize, 'batchSize')
    return cursors.more(
      cursorId(args.getMore),
      `${database}.${String(args.collection)}`,
      work,
      batchSize || undefined,
    )
  },
}

const killCursors: Command = {
  accepts: ['cursors'],
  run(args, { cursors }) {
    const ids = isArray(args.cursors) ? args.cursors : []
    const killed = ids.filter(id => cursors.kill(cursorId(id)))
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter(id => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    }
  },
}

function cursorId(value: unknown): bigint {
  if (!isNumber(value)) throw badValue('a cursor id must be a number')
  return BigInt(value.toString())
}

const count: Command = {
  accepts: ['query', 'skip', 'limit', 'hint'],
  async run(args, { store, database, work }) {
    const collection = store.catalogue.get(namespaceOf(database, args.count))
    const filter = documentArgument(args.query, 'query')
    const skip = countArgument(args.skip, 'skip') ?? 0
    const limit = Math.abs(integerArgument(args.limit, 'limit') ?? 0)
    if (!collection) return { n: 0 }
    const hint = resolveHint(collection, args.hint)
    if (Object.keys(filter).length === 0)
      return { n: Math.min(Math.max(0, store.count(collection) - skip), limit || Number.POSITIVE_INFINITY) }
    const found = await collect(counted(store.find(collection, { filter, skip, limit, hint }, work)), work)
    return { n: found.length }
  },
}

/** Lets go of the documents themselves. */
function* counted(found: Iterable<StoredDocument | Paused>): Generator<1 | Paused> {
  for (const item of found) yield item === PAUSE ? item : 1
}

const distinct: Command = {
  accepts: ['key', 'query'],
  async run(args, { store, database, work }) {
    if (typeof args.key !== 'string' || args.key === '') throw badValue("'key' must be a non-empty string")
    const path = splitPath(args.key)
    const collection = store.catalogue.get(namespaceOf(database, args.distinct))
    const values = new Map<string, unknown>()
    const add = (value: unknown) => {
      if (value === undefined) return
      const identity = identityOf(value)
      if (values.has(identity)) return
      values.set(identity, value)
      work.hold(roughSize(value), 'distinct')
    }
    const gathered = (function* () {
      for (const item of store.find(collection, { filter: documentArgument(args.query, 'query') }, work)) {
        if (item === PAUSE) {
          yield item
          continue
        }
        visitPath(decode(item.raw, new Set([path[0] as string])), path, value => {
          if (isArray(value)) value.forEach(add)
          else add(value)
          return false
        })
      }
    })()
    await collect(gathered, work)
    return { values: [...values.values()].sort(compare) }
  },
}

export const readCommands: Record<string, Command> = { find, getMore, killCursors, count, distinct }
