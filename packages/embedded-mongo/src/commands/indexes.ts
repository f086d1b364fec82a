import { MongoError, refused } from '../errors.ts'
import { compileFilter } from '../query/match.ts'
import type { Collection, Index, IndexRecord } from '../store/catalogue.ts'
import { sameKey } from '../store/planner.ts'
import { equal } from '../values/compare.ts'
import { hasPosition } from '../values/paths.ts'
import { type Doc, isArray, isDoc, isNumber, isTrue, toNumber } from '../values/types.ts'
import { notFound } from './collections.ts'
import { type Command, checkCollation, documentArgument, namespaceOf } from './command.ts'

const SPEC_FIELDS = [
  'key',
  'name',
  'ns',
  'v',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
]
const MAX_INDEXES = 64
const cannotCreate = (message: string) => new MongoError(67, 'CannotCreateIndex', message)

/** Checks one wished-for index and completes it to what is stored. */
function readSpec(spec: Doc): Omit<IndexRecord, 'id'> {
  for (const [name, value] of Object.entries(spec))
    if (!SPEC_FIELDS.includes(name) && value !== false) throw refused(`the index option '${name}'`)
  checkCollation(spec.collation)
  const key = documentArgument(spec.key, 'key')
  const fields = Object.entries(key)
  if (fields.length === 0) throw cannotCreate('Index keys cannot be empty.')
  if (fields.length > 32) throw cannotCreate('too many fields in an index')
  for (const [path, direction] of fields) {
    if (typeof direction === 'string') throw refused(`an index of kind '${direction}'`)
    if (!isNumber(direction) || toNumber(direction) === 0 || Number.isNaN(toNumber(direction)))
      throw cannotCreate(
        `Values in the index key pattern must be positive or negative numbers, not ${String(direction)}`,
      )
    if (
      path === '' ||
      path
        .split('.')
        .some(part => part === '' || (part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
    )
      throw path.includes('$**')
        ? refused('a wildcard index')
        : cannotCreate(`Index key contains an illegal field name: '${path}'`)
    if (hasPosition(path)) throw refused('an index on a position in an array')
  }
  const partial = spec.partialFilterExpression
  if (partial !== undefined) checkPartial(documentArgument(partial, 'partialFilterExpression'))
  if (partial !== undefined && isTrue(spec.sparse))
    throw cannotCreate("cannot mix 'partialFilterExpression' and 'sparse' options")
  return {
    name:
      typeof spec.name === 'string' && spec.name
        ? spec.name
        : fields.map(([path, direction]) => `${path}_${String(direction)}`).join('_'),
    key,
    unique: isTrue(spec.unique),
    sparse: isTrue(spec.sparse),
    ...(isDoc(partial) && { partialFilterExpression: partial }),
    ...lifetime(spec.expireAfterSeconds, fields.length),
    multikey: fields.map(() => false),
    lossy: false,
  }
}

function lifetime(seconds: unknown, fields: number): { expireAfterSeconds?: number } {
  if (seconds === undefined) return {}
  if (!isNumber(seconds) || !(toNumber(seconds) >= 0) || toNumber(seconds) > 2147483647)
    throw cannotCreate("TTL index 'expireAfterSeconds' option must be within 0 and 2147483647")
  if (fields > 1)
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL')
  return { expireAfterSeconds: toNumber(seconds) }
}

const PARTIAL_OPERATORS = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']

function checkPartial(filter: Doc) {
  compileFilter(filter)
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && isArray(condition))
      for (const branch of condition) checkPartial(documentArgument(branch, '$and'))
    else if (path.startsWith('$')) throw refused(`${path} in a partial index`)
    const operators = isDoc(condition) ? Object.keys(condition).filter(name => name.startsWith('$')) : []
    const odd = operators.find(name => !PARTIAL_OPERATORS.includes(name))
    if (odd || (isDoc(condition) && condition.$exists === false))
      throw cannotCreate(`Expression not supported in partial index: ${odd ?? '$exists: false'}`)
  }
}

/** Whether the index is there already; one that clashes with it is an error. */
function isThere(collection: Collection, wanted: Omit<IndexRecord, 'id'>): boolean {
  const same = (index: Index) =>
    sameKey(index.key, wanted.key) &&
    equal(index.partialFilterExpression ?? null, wanted.partialFilterExpression ?? null)
  const twin = collection.indexes.find(same)
  const namesake = collection.indexes.find(({ name }) => name === wanted.name)
  if (twin && twin === namesake) {
    if (twin.unique !== wanted.unique || twin.sparse !== wanted.sparse)
      throw new MongoError(
        86,
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index but other options: ${wanted.name}`,
      )
    if (twin.expireAfterSeconds !== wanted.expireAfterSeconds)
      throw new MongoError(
        85,
        'IndexOptionsConflict',
        `An equivalent index already exists with the same name but different options: ${wanted.name}`,
      )
    return true
  }
  if (twin)
    throw new MongoError(
      85,
      'IndexOptionsConflict',
      `Index already exists with a different name: ${twin.name}`,
    )
  if (namesake)
    throw new MongoError(
      86,
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${wanted.name}`,
    )
  return false
}

const createIndexes: Command = {
  accepts: ['indexes', 'commitQuorum'],
  async run(args, { store, database }) {
    const namespace = namespaceOf(database, args.createIndexes)
    if (!isArray(args.indexes) || args.indexes.length === 0)
      throw new MongoError(2, 'BadValue', 'Must specify at least one index to create')
    const wanted = args.indexes
      .map(spec => readSpec(documentArgument(spec, 'indexes')))
      .filter(({ key }) => !sameKey(key, { _id: 1 }))
    const { created, before, after } = await store.createIndexes(namespace, collection => {
      if (collection.indexes.length + wanted.length > MAX_INDEXES)
        throw cannotCreate(`more than ${MAX_INDEXES} indexes`)
      return wanted.filter(index => !isThere(collection, index))
    })
    return {
      numIndexesBefore: before + 1,
      numIndexesAfter: after + 1,
      createdCollectionAutomatically: created,
    }
  },
}

const dropIndexes: Command = {
  accepts: ['index'],
  async run(args, { store, database }) {
    const namespace = namespaceOf(database, args.dropIndexes)
    return store.write(({ catalogue }) => {
      const collection = catalogue.get(namespace)
      if (!collection) throw notFound(namespace)
      const nIndexesWas = collection.indexes.length + 1
      const doomed =
        args.index === '*'
          ? collection.indexes
          : (isArray(args.index) ? args.index : [args.index]).map(wanted => findIndex(collection, wanted))
      for (const index of doomed) catalogue.dropIndex(collection, index)
      return { nIndexesWas }
    })
  },
}

function findIndex(collection: Collection, wanted: unknown): Index {
  if (wanted === '_id_' || sameKey(wanted, { _id: 1 }))
    throw new MongoError(72, 'InvalidOptions', 'cannot drop _id index')
  const index = collection.indexes.find(({ name, key }) =>
    typeof wanted === 'string' ? name === wanted : sameKey(key, wanted),
  )
  if (!index) throw new MongoError(27, 'IndexNotFound', `index not found with name [${String(wanted)}]`)
  return index
}

export const indexCommands: Record<string, Command> = { createIndexes, dropIndexes }
