import { badValue, located, MongoError, refused } from '../errors.ts'
import { equal } from '../values/compare.ts'
import { decode, MAX_DOCUMENT_BYTES } from '../values/decode.ts'
import { KeyWriter, prefixSuccessor } from '../values/key-encoding.ts'
import { keyTuples } from '../values/key-tuples.ts'
import { type Doc, isArray, isDoc, isObjectId, isRegex, typeName } from '../values/types.ts'
import type { Catalogue, Collection, Index } from './catalogue.ts'
import { type Entries, entriesOf, MAX_KEY_BYTES } from './entries.ts'
import type { Environment } from './environment.ts'

export type StoredDocument = { key: Buffer; raw: Buffer }

/** The key of a document: its collection and its _id. */
export function documentKey(collection: Collection, id: unknown): Buffer {
  const writer = new KeyWriter()
  writer.value(id)
  const key = writer.finish()
  if (!writer.exact) throw refused('an _id that is a decimal or an integer beyond 2^53')
  if (key.length > MAX_KEY_BYTES) throw refused(`an _id longer than ${MAX_KEY_BYTES} bytes`)
  return Buffer.concat([collection.prefix, key])
}

/** Changes documents together with their index entries. Everything here must run inside a write. */
export class Documents {
  private readonly environment: Environment
  private readonly catalogue: Catalogue

  constructor(environment: Environment, catalogue: Catalogue) {
    this.environment = environment
    this.catalogue = catalogue
  }

  insert(collection: Collection, raw: Buffer, doc: Doc) {
    checkId(doc._id)
    checkSize(raw)
    const key = documentKey(collection, doc._id)
    if (this.environment.documents.doesExist(key)) throw duplicateKey(collection, undefined, doc)
    this.store(collection, key, raw, doc, undefined)
  }

  replace(collection: Collection, old: StoredDocument, raw: Buffer, doc: Doc) {
    checkSize(raw)
    this.store(collection, old.key, raw, doc, decode(old.raw))
  }

  remove(collection: Collection, { key, raw }: StoredDocument) {
    const doc = collection.indexes.length ? decode(raw) : {}
    for (const index of collection.indexes)
      for (const entry of entriesOf(index, doc).keys)
        this.environment.entries.removeSync(entryKey(index, entry, key))
    this.environment.documents.removeSync(key)
  }

  /** Builds an index over what the collection holds; leaves nothing behind if that fails. */
  build(collection: Collection, index: Index) {
    try {
      for (const { key, value } of this.environment.documents.getRange(rangeOf(collection.prefix))) {
        const doc = decode(value)
        const entries = entriesOf(index, doc)
        this.checkUnique(collection, index, entries, key, doc)
        noteShape(index, entries)
        for (const entry of entries.keys) this.environment.entries.putSync(entryKey(index, entry, key), key)
      }
    } catch (error) {
      for (const key of [...this.environment.entries.getKeys(rangeOf(index.prefix))])
        this.environment.entries.removeSync(key)
      throw error
    }
  }

  /** All checks come before the first change, so a refused document leaves no trace. */
  private store(collection: Collection, key: Buffer, raw: Buffer, doc: Doc, old: Doc | undefined) {
    const changes = collection.indexes.map(index => {
      const entries = entriesOf(index, doc)
      const before = old ? entriesOf(index, old).keys : []
      const added = entries.keys.filter(entry => !before.some(other => other.equals(entry)))
      const removed = before.filter(entry => !entries.keys.some(other => other.equals(entry)))
      this.checkUnique(collection, index, { ...entries, keys: added }, key, doc)
      return { index, entries, added, removed }
    })
    const reshaped = changes.filter(({ index, entries }) => noteShape(index, entries))
    for (const { index, added, removed } of changes) {
      for (const entry of removed) this.environment.entries.removeSync(entryKey(index, entry, key))
      for (const entry of added) this.environment.entries.putSync(entryKey(index, entry, key), key)
    }
    this.environment.documents.putSync(key, raw)
    if (reshaped.length) this.catalogue.save(collection)
  }

  private checkUnique(collection: Collection, index: Index, entries: Entries, key: Buffer, doc: Doc) {
    if (!index.unique) return
    for (const entry of entries.keys) {
      const prefix = Buffer.concat([index.prefix, entry])
      for (const { value } of this.environment.entries.getRange(rangeOf(prefix))) {
        if (value.equals(key)) continue
        if (!(index.lossy || entries.lossy) || this.sharesTuple(index, value, doc))
          throw duplicateKey(collection, index, doc)
      }
    }
  }

  /** Where entries are cut or rounded, only the documents tell whether the values are equal. */
  private sharesTuple(index: Index, otherKey: Buffer, doc: Doc): boolean {
    const raw = this.environment.documents.get(otherKey)
    if (!raw) return false
    const paths = index.fields.map(({ parts }) => parts)
    const others = keyTuples(decode(raw), paths).tuples
    return keyTuples(doc, paths).tuples.some(tuple => others.some(other => equal(tuple, other)))
  }
}

export const entryKey = (index: Index, entry: Buffer, key: Buffer) =>
  Buffer.concat([index.prefix, entry, key.subarray(4)])

export const rangeOf = (prefix: Buffer) => ({ start: prefix, end: prefixSuccessor(prefix) })

/** Remembers that an index met arrays or inexact entries; tells whether that was news. */
function noteShape(index: Index, { multikey, lossy }: Entries): boolean {
  const news = (lossy && !index.lossy) || multikey.some((is, i) => is && !index.multikey[i])
  if (!news) return false
  index.lossy ||= lossy
  index.multikey = index.multikey.map((is, i) => is || multikey[i] === true)
  return true
}

function checkId(id: unknown) {
  if (isArray(id) || isRegex(id) || id === undefined)
    throw new MongoError(53, 'InvalidIdField', `The '_id' value cannot be of type ${typeName(id)}`)
  if (isDoc(id) && Object.keys(id).some(name => name.startsWith('$')))
    throw badValue('_id fields may not contain $-prefixed fields')
}

function checkSize(raw: Buffer) {
  if (raw.length > MAX_DOCUMENT_BYTES)
    throw located(
      10334,
      `object to insert too large. size in bytes: ${raw.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    )
}

export function duplicateKey(collection: Collection, index: Index | undefined, doc: Doc): MongoError {
  const paths = index?.fields.map(({ path }) => path) ?? ['_id']
  const tuple =
    keyTuples(
      doc,
      paths.map(path => path.split('.')),
    ).tuples[0] ?? []
  const keyValue = Object.fromEntries(paths.map((path, i) => [path, tuple[i] ?? null]))
  const shown = paths.map((path, i) => `${path}: ${show(tuple[i])}`).join(', ')
  return new MongoError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index?.name ?? '_id_'} dup key: { ${shown} }`,
    { keyPattern: index?.key ?? { _id: 1 }, keyValue },
  )
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`
  if (value instanceof Date) return `new Date(${Number(value)})`
  if (isDoc(value) || isArray(value)) return JSON.stringify(value)
  return value === undefined ? 'null' : String(value)
}
