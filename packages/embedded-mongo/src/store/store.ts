import { Catalogue, type Collection, type Index, type IndexRecord, makeIndex } from './catalogue.ts'
import { copyStore } from './copy.ts'
import { Documents, type StoredDocument } from './documents.ts'
import { type Environment, guardDisk, type OpenOptions, openEnvironment } from './environment.ts'
import { type FindRequest, find } from './find.ts'
import { boundMapped } from './mapped.ts'
import type { Paused, Work } from './work.ts'

/** What one callback of `write` may use. */
export type Writer = { catalogue: Catalogue; documents: Documents }

export class Store {
  readonly environment: Environment
  readonly catalogue: Catalogue
  private readonly documents: Documents
  private readonly unbound: () => void
  private copies = 0
  private readonly waiting: { run: () => () => void; reject: (error: unknown) => void }[] = []

  private constructor(environment: Environment) {
    this.environment = environment
    this.catalogue = new Catalogue(environment)
    this.documents = new Documents(environment, this.catalogue)
    this.unbound = boundMapped(environment, () => this.copies > 0)
  }

  static async open(directory: string, options: OpenOptions = {}): Promise<Store> {
    return new Store(await openEnvironment(directory, options))
  }

  close(): Promise<void> {
    this.unbound()
    return this.environment.root.close()
  }

  /**
   * Runs one callback alone; its changes are on the disk when the promise resolves. Callbacks that wait together
   * share a commit. What a callback changed before it threw stays, so it checks before it changes.
   */
  write<Result>(change: (writer: Writer) => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const run = () => {
        try {
          const result = change({ catalogue: this.catalogue, documents: this.documents })
          return () => resolve(result)
        } catch (error) {
          return () => reject(error)
        }
      }
      if (this.waiting.push({ run, reject }) === 1) setImmediate(() => this.commit())
    })
  }

  /**
   * Commits in this thread: LMDB's own asynchronous commit never returns after a full disk. Requests that arrive
   * meanwhile wait for the next commit together.
   */
  private commit() {
    const waiting = this.waiting.splice(0)
    try {
      const answers = guardDisk(() =>
        this.environment.root.transactionSync(() => waiting.map(({ run }) => run())),
      )
      for (const answer of answers) answer()
    } catch (error) {
      this.catalogue.load()
      for (const { reject } of waiting) reject(error)
    }
  }

  /** Copies everything, as it is at this moment, into a new directory while writes go on. */
  async copy(directory: string): Promise<void> {
    this.copies++
    try {
      await copyStore(this.environment, directory)
    } finally {
      this.copies--
    }
  }

  find(
    collection: Collection | undefined,
    request: FindRequest,
    work: Work,
  ): Generator<StoredDocument | Paused> {
    return find(this.environment, collection, request, work)
  }

  /** How many documents a collection holds. */
  count(collection: Collection): number {
    const { prefix } = collection
    return this.environment.documents.getKeysCount({ start: prefix, end: nextPrefix(prefix) })
  }

  /** Adds indexes; readers see them only once they are committed. */
  async createIndexes(namespace: string, choose: (collection: Collection) => Omit<IndexRecord, 'id'>[]) {
    const made: Index[] = []
    const summary = await this.write(({ catalogue, documents }) => {
      const created = !catalogue.get(namespace)
      const collection = catalogue.create(namespace)
      const before = collection.indexes.length
      try {
        for (const record of choose(collection)) {
          const index = { ...makeIndex({ ...record, id: catalogue.nextId() }), ready: false }
          documents.build(collection, index)
          collection.indexes = [...collection.indexes, index]
          made.push(index)
        }
      } catch (error) {
        for (const index of made) catalogue.dropIndex(collection, index)
        throw error
      }
      catalogue.save(collection)
      return { created, before, after: collection.indexes.length }
    })
    for (const index of made) index.ready = true
    return summary
  }
}

const nextPrefix = (prefix: Buffer) => {
  const next = Buffer.alloc(4)
  next.writeUInt32BE(prefix.readUInt32BE(0) + 1)
  return next
}
