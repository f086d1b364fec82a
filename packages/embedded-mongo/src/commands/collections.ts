import { MongoError, refused } from '../errors.ts'
import { compileFilter } from '../query/match.ts'
import type { Collection } from '../store/catalogue.ts'
import { equal } from '../values/compare.ts'
import { encode } from '../values/decode.ts'
import { type Doc, isDoc, isNumber, toNumber } from '../values/types.ts'
import { type Command, countArgument, documentArgument, namespaceOf } from './command.ts'

export const notFound = (namespace: string) =>
  new MongoError(26, 'NamespaceNotFound', `ns does not exist: ${namespace}`)

const create: Command = {
  accepts: ['autoIndexId', 'clusteredIndex'],
  async run(args, { store, database }) {
    const namespace = namespaceOf(database, args.create)
    if (args.clusteredIndex !== undefined && !isClusteredById(args.clusteredIndex))
      throw refused('a clustered index other than { key: { _id: 1 }, unique: true }')
    return store.write(({ catalogue }) => {
      if (!catalogue.get(namespace)) catalogue.create(namespace)
      return {}
    })
  },
}

/** Documents lie in the order of their ids here in any case. */
function isClusteredById(index: unknown): boolean {
  if (!isDoc(index)) return false
  const { key, unique, ...others } = index
  const ascending =
    isDoc(key) && Object.keys(key).join() === '_id' && isNumber(key._id) && toNumber(key._id) === 1
  return ascending && unique === true && Object.keys(others).every(name => name === 'name')
}

const drop: Command = {
  accepts: [],
  async run(args, { store, database }) {
    const namespace = namespaceOf(database, args.drop)
    return store.write(({ catalogue }) => {
      const collection = catalogue.get(namespace)
      if (!collection) return {}
      catalogue.drop(collection)
      return { nIndexesWas: collection.indexes.length + 1, ns: namespace }
    })
  },
}

const dropDatabase: Command = {
  accepts: [],
  async run(_args, { store, database }) {
    return store.write(({ catalogue }) => {
      for (const collection of catalogue.inDatabase(database)) catalogue.drop(collection)
      return { dropped: database }
    })
  },
}

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' }

const describe = (database: string, { namespace, uuid }: Collection): Doc => ({
  name: namespace.slice(database.length + 1),
  type: 'collection',
  options: {},
  info: { readOnly: false, uuid },
  idIndex: ID_INDEX,
})

const listCollections: Command = {
  accepts: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(args, { store, cursors, database, work }) {
    const matches = compileFilter(documentArgument(args.filter, 'filter'))
    const found = store.catalogue
      .inDatabase(database)
      .map(collection => describe(database, collection))
      .filter(info => matches(info))
    const shown = args.nameOnly === true ? found.map(({ name, type }) => ({ name, type })) : found
    return cursors.start(`${database}.$cmd.listCollections`, shown.map(encode).values(), work, {
      batchSize: batchSizeOf(args),
    })
  },
}

const batchSizeOf = (args: Doc) =>
  countArgument(isDoc(args.cursor) ? args.cursor.batchSize : undefined, 'batchSize')

const listDatabases: Command = {
  accepts: ['filter', 'nameOnly', 'authorizedDatabases'],
  run(args, { store }) {
    const names = [
      ...new Set(store.catalogue.all().map(({ namespace }) => namespace.split('.')[0] as string)),
    ].sort()
    const matches = compileFilter(documentArgument(args.filter, 'filter'))
    const databases = names.map(name => ({ name, sizeOnDisk: 0, empty: false })).filter(info => matches(info))
    return args.nameOnly === true
      ? { databases: databases.map(({ name }) => ({ name })) }
      : { databases, totalSize: 0 }
  },
}

const listIndexes: Command = {
  accepts: ['cursor'],
  run(args, { store, cursors, database, work }) {
    const namespace = namespaceOf(database, args.listIndexes)
    const collection = store.catalogue.get(namespace)
    if (!collection) throw notFound(namespace)
    const found = collection.indexes.map(
      ({ key, name, unique, sparse, partialFilterExpression, expireAfterSeconds }) => ({
        v: 2,
        key,
        name,
        ...(unique && { unique }),
        ...(sparse && { sparse }),
        ...(partialFilterExpression && { partialFilterExpression }),
        ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
      }),
    )
    return cursors.start(namespace, [ID_INDEX, ...found].map(encode).values(), work, {
      batchSize: batchSizeOf(args),
    })
  },
}

/** Only the lifetime of a TTL index can be changed. */
const collMod: Command = {
  accepts: ['index'],
  async run(args, { store, database }) {
    const namespace = namespaceOf(database, args.collMod)
    const wanted = documentArgument(args.index, 'index')
    const odd = Object.keys(wanted).find(name => !['name', 'keyPattern', 'expireAfterSeconds'].includes(name))
    if (odd) throw refused(`the option '${odd}' of collMod`)
    return store.write(({ catalogue }) => {
      const collection = catalogue.get(namespace)
      if (!collection) throw notFound(namespace)
      if (args.index === undefined) return {}
      const index = collection.indexes.find(
        ({ name, key }) =>
          name === wanted.name || (isDoc(wanted.keyPattern) && equal(key, wanted.keyPattern)),
      )
      if (!index) throw new MongoError(27, 'IndexNotFound', `cannot find index in ${namespace}`)
      const seconds = isNumber(wanted.expireAfterSeconds) ? toNumber(wanted.expireAfterSeconds) : undefined
      if (seconds === undefined || index.fields.length !== 1) throw refused('this change of an index')
      const old = index.expireAfterSeconds
      index.expireAfterSeconds = seconds
      catalogue.save(collection)
      return { ...(old !== undefined && { expireAfterSeconds_old: old }), expireAfterSeconds_new: seconds }
    })
  },
}

export const collectionCommands: Record<string, Command> = {
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  listIndexes,
  collMod,
}
