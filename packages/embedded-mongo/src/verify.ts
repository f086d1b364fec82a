import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Transaction } from 'lmdb'
import { Catalogue, type Collection, type Index } from './store/catalogue.ts'
import { documentKey, entryKey, rangeOf } from './store/documents.ts'
import { entriesOf } from './store/entries.ts'
import { dataFile, type Environment, openEnvironment } from './store/environment.ts'
import { decode } from './values/decode.ts'
import type { Doc } from './values/types.ts'

/** One thing that is wrong. `problem` is one of a closed list; `detail` is for people. */
export type Finding = {
  problem:
    | 'unreadable'
    | 'wrong-key'
    | 'missing-entry'
    | 'stale-entry'
    | 'duplicate'
    | 'index-shape'
    | 'orphan'
  namespace?: string
  index?: string
  detail: string
}

export type Verification = { collections: number; documents: number; entries: number; findings: Finding[] }

const MAX_FINDINGS = 1000

/**
 * Reads a whole database, recomputes every index from the documents and compares. It only reads, from one snapshot,
 * so it may run on a backup as on a directory in use by another process.
 *
 * @returns what was counted, and up to 1,000 findings; none means all is well
 * @throws Error if there is no database, or its format is newer
 * @example
 * const { findings } = await verifyEmbeddedMongo('./backups/2026-07-01')
 */
export async function verifyEmbeddedMongo(dataDir: string): Promise<Verification> {
  const directory = resolve(dataDir)
  if (!existsSync(dataFile(directory))) throw new Error(`there is no database in ${directory}`)
  const environment = await openEnvironment(directory, { readOnly: true })
  const snapshot = environment.root.useReadTransaction()
  try {
    return new Verifier(environment, snapshot).run()
  } finally {
    snapshot.done()
    await environment.root.close()
  }
}

class Verifier {
  private readonly result: Verification = { collections: 0, documents: 0, entries: 0, findings: [] }
  private readonly environment: Environment
  private readonly transaction: Transaction

  constructor(environment: Environment, transaction: Transaction) {
    this.environment = environment
    this.transaction = transaction
  }

  run(): Verification {
    const collections = new Catalogue(this.environment, this.transaction).all()
    for (const collection of collections) {
      this.result.collections++
      this.documents(collection)
      for (const index of collection.indexes) this.entries(collection, index)
    }
    this.orphans('documents', new Set(collections.map(({ id }) => id)))
    this.orphans('entries', new Set(collections.flatMap(({ indexes }) => indexes.map(({ id }) => id))))
    return this.result
  }

  private report(finding: Finding) {
    if (this.result.findings.length < MAX_FINDINGS) this.result.findings.push(finding)
  }

  private range(database: 'documents' | 'entries', prefix?: Buffer) {
    return this.environment[database].getRange({
      ...(prefix && rangeOf(prefix)),
      transaction: this.transaction,
    })
  }

  /** Every document is readable, lies under its own _id, and has all its entries. */
  private documents(collection: Collection) {
    const { namespace } = collection
    for (const { key, value } of this.range('documents', collection.prefix)) {
      this.result.documents++
      const doc = this.read(namespace, key, value)
      if (!doc) continue
      if (!documentKey(collection, doc._id).equals(key))
        this.report({ problem: 'wrong-key', namespace, detail: `document ${String(doc._id)}` })
      for (const index of collection.indexes) {
        const { keys, multikey, lossy } = entriesOf(index, doc)
        if ((lossy && !index.lossy) || multikey.some((is, i) => is && !index.multikey[i]))
          this.report({
            problem: 'index-shape',
            namespace,
            index: index.name,
            detail: `document ${String(doc._id)}`,
          })
        for (const entry of keys) {
          const stored = this.environment.entries.get(entryKey(index, entry, key), {
            transaction: this.transaction,
          })
          if (!stored?.equals(key))
            this.report({
              problem: 'missing-entry',
              namespace,
              index: index.name,
              detail: `document ${String(doc._id)}`,
            })
        }
      }
    }
  }

  private read(namespace: string, key: Buffer, value: Buffer): Doc | undefined {
    try {
      return decode(value)
    } catch (error) {
      this.report({
        problem: 'unreadable',
        namespace,
        detail: `key ${key.toString('hex')}: ${String(error)}`,
      })
      return undefined
    }
  }

  /** Every entry belongs to a document that has it, and a unique index holds each value once. */
  private entries(collection: Collection, index: Index) {
    const { namespace } = collection
    const where = { namespace, index: index.name }
    let last: Buffer | undefined
    for (const { key, value } of this.range('entries', index.prefix)) {
      this.result.entries++
      const raw = this.environment.documents.get(value, { transaction: this.transaction })
      const doc = raw && this.read(namespace, value, raw)
      const own = doc && entriesOf(index, doc).keys.some(entry => entryKey(index, entry, value).equals(key))
      if (!own) this.report({ problem: 'stale-entry', ...where, detail: `entry ${key.toString('hex')}` })
      const tuple = key.subarray(0, key.length - (value.length - 4))
      if (index.unique && !index.lossy && last?.equals(tuple))
        this.report({ problem: 'duplicate', ...where, detail: `entry ${key.toString('hex')}` })
      last = tuple
    }
  }

  /** Nothing lies outside the collections and indexes there are. */
  private orphans(database: 'documents' | 'entries', known: Set<number>) {
    let last = -1
    for (const { key } of this.range(database)) {
      const id = key.readUInt32BE(0)
      if (id !== last && !known.has(id))
        this.report({ problem: 'orphan', detail: `${database} of the unknown number ${id}` })
      last = id
    }
  }
}
