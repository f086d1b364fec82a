import { UUID } from 'bson'
import type { Transaction } from 'lmdb'
import { MongoError } from '../errors.ts'
import type { Matcher } from '../query/condition.ts'
import { compileFilter } from '../query/match.ts'
import { decode, encode } from '../values/decode.ts'
import { prefixSuccessor } from '../values/key-encoding.ts'
import { type Path, splitPath } from '../values/paths.ts'
import { type Doc, isNumber, toNumber } from '../values/types.ts'
import type { Environment } from './environment.ts'

export type IndexField = { path: string; parts: Path; descending: boolean }

/** What is stored of an index. */
export type IndexRecord = {
  id: number
  name: string
  key: Doc
  unique: boolean
  sparse: boolean
  partialFilterExpression?: Doc
  expireAfterSeconds?: number
  /** per field: whether any document has an array on its path */
  multikey: boolean[]
  /** whether any entry was cut or rounded, so that entries no longer tell values apart */
  lossy: boolean
}

export type Index = IndexRecord & {
  fields: IndexField[]
  prefix: Buffer
  partial: Matcher | undefined
  /** only a committed index may be read */
  ready: boolean
  dropped: boolean
}

export type Collection = {
  id: number
  namespace: string
  uuid: UUID
  indexes: Index[]
  prefix: Buffer
  dropped: boolean
}

const NEXT_KEY = Buffer.from('next')
const collectionKey = (namespace: string) => Buffer.from(`collection:${namespace}`)
const PREFIX = Buffer.from('collection:')

export const idPrefix = (id: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(id)
  return bytes
}

export function makeIndex(record: IndexRecord): Index {
  return {
    ...record,
    fields: Object.entries(record.key).map(([path, direction]) => ({
      path,
      parts: splitPath(path),
      descending: isNumber(direction) && toNumber(direction) < 0,
    })),
    prefix: idPrefix(record.id),
    partial: record.partialFilterExpression && compileFilter(record.partialFilterExpression),
    ready: true,
    dropped: false,
  }
}

/** The collections and indexes there are, in memory and in `meta`. Changes must run inside a write. */
export class Catalogue {
  private collections = new Map<string, Collection>()
  private readonly environment: Environment

  constructor(environment: Environment, snapshot?: Transaction) {
    this.environment = environment
    this.load(snapshot)
  }

  /** Reads everything anew: at the start, and after a write that failed to commit. */
  load(snapshot?: Transaction) {
    const previous = this.collections
    this.collections = new Map()
    for (const { value } of this.environment.meta.getRange({
      start: PREFIX,
      end: prefixSuccessor(PREFIX),
      ...(snapshot && { transaction: snapshot }),
    })) {
      const { id, namespace, uuid, indexes } = decode(value) as {
        id: number
        namespace: string
        uuid: UUID
        indexes: IndexRecord[]
      }
      const made = indexes.map(makeIndex)
      this.collections.set(namespace, {
        id,
        namespace,
        uuid,
        indexes: made,
        prefix: idPrefix(id),
        dropped: false,
      })
    }
    for (const collection of previous.values()) retire(collection)
  }

  get(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  all(): Collection[] {
    return [...this.collections.values()]
  }

  inDatabase(database: string): Collection[] {
    return this.all().filter(({ namespace }) => namespace.startsWith(`${database}.`))
  }

  create(namespace: string): Collection {
    const known = this.collections.get(namespace)
    if (known) return known
    const id = this.nextId()
    const collection = { id, namespace, uuid: new UUID(), indexes: [], prefix: idPrefix(id), dropped: false }
    this.collections.set(namespace, collection)
    this.save(collection)
    return collection
  }

  drop(collection: Collection) {
    retire(collection)
    this.collections.delete(collection.namespace)
    this.environment.meta.removeSync(collectionKey(collection.namespace))
    removeRange(this.environment.documents, collection.prefix)
    for (const index of collection.indexes) removeRange(this.environment.entries, index.prefix)
  }

  dropIndex(collection: Collection, index: Index) {
    index.dropped = true
    collection.indexes = collection.indexes.filter(other => other !== index)
    removeRange(this.environment.entries, index.prefix)
    this.save(collection)
  }

  save({ id, namespace, uuid, indexes }: Collection) {
    const records = indexes.map(({ fields, prefix, partial, ready, dropped, ...record }) => record)
    this.environment.meta.putSync(collectionKey(namespace), encode({ id, namespace, uuid, indexes: records }))
  }

  /** Numbers are never used twice, so what belongs to a dropped collection can never be taken for a new one's. */
  nextId(): number {
    const stored = this.environment.meta.get(NEXT_KEY)
    const next = stored ? (decode(stored).next as number) : 1
    if (next >= 0x7fffffff)
      throw new MongoError(1, 'InternalError', 'the embedded database has run out of collection numbers')
    this.environment.meta.putSync(NEXT_KEY, encode({ next: next + 1 }))
    return next
  }
}

function retire(collection: Collection) {
  collection.dropped = true
  for (const index of collection.indexes) index.dropped = true
}

export function removeRange(database: Environment['documents'], prefix: Buffer) {
  const keys = [...database.getKeys({ start: prefix, end: prefixSuccessor(prefix) })]
  for (const key of keys) database.removeSync(key)
}
