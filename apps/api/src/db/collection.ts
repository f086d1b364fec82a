import type { Connection, Model, Schema } from 'mongoose'
import mongoose from 'mongoose'
import type { Context } from '../context.ts'
import { isUnreachable } from './faults.ts'

/**
 * Declares a collection: `_id` is a string that the application mints, unknown fields are refused, time stamps are the
 * application's own. Returns how to reach it in a context; a store keeps this to itself and hands out plain objects.
 * A `clustered` one is kept in the order of its ids, so that none of its documents tells when it came.
 */
export function defineCollection<Row extends { _id: string }>(
  name: string,
  definition: mongoose.SchemaDefinition,
  indexes: readonly CollectionIndex[] = [],
  { clustered = false } = {},
): (ctx: Pick<Context, 'db'>) => Model<Row> {
  const schema = new mongoose.Schema(definition, {
    collection: name,
    strict: 'throw',
    versionKey: false,
    minimize: false,
    id: false,
  }) as unknown as Schema<Row>
  for (const { fields, ...options } of indexes) schema.index(fields, options)
  if (clustered) inOrderOfIds.add(name)
  declared.set(name, schema as unknown as Schema)
  return ctx => (ctx.db.connection.models[name] ?? ctx.db.connection.model(name, schema)) as Model<Row>
}

export interface CollectionIndex {
  fields: Record<string, 1 | -1>
  unique?: boolean
  sparse?: boolean
  partialFilterExpression?: Record<string, unknown>
  expireAfterSeconds?: number
}

/**
 * One document by plain values: the quickest read there is, for what every customer waits for. A read that meets an
 * outage goes the usual way, which looks for the new primary and tries again.
 */
export async function readOne<
  Row extends { _id: string },
  Field extends keyof Row & string = keyof Row & string,
>(
  model: Model<Row>,
  filter: Readonly<Record<string, string>>,
  fields?: readonly Field[],
): Promise<Pick<Row, Field> | null> {
  const projection = fields && Object.fromEntries(fields.map(field => [field, 1]))
  const { db } = model.db
  try {
    const reply = await db?.command({
      find: model.collection.name,
      filter,
      limit: 1,
      singleBatch: true,
      ...(projection ? { projection } : {}),
    })
    return (reply?.cursor.firstBatch[0] as Pick<Row, Field> | undefined) ?? null
  } catch (error) {
    if (!isUnreachable(error)) throw error
    return (await model.collection.findOne(filter as object, projection ? { projection } : {})) as Pick<
      Row,
      Field
    > | null
  }
}

/** A document of another collection that is read together with the one that holds its id. */
export interface Along<Value> {
  collection: string
  /** The field that holds its id. */
  by: string
  /** Absent: all. */
  fields?: readonly string[]
  /** What is made of it; undefined: there is none. */
  read(found: unknown): Value
}

/** {@link readOne} with documents that belong to it: one way to the database and back. */
export async function readOneWith<Row extends { _id: string }, Values extends Record<string, unknown>>(
  model: Model<Row>,
  filter: Readonly<Record<string, string>>,
  along: { readonly [Name in keyof Values & string]: Along<Values[Name]> },
): Promise<{ row: Row; along: Values } | null> {
  const names = Object.keys(along) as (keyof Values & string)[]
  const pipeline = [{ $match: filter }, { $limit: 1 }, ...names.map(name => lookup(name, along[name]))]
  const { db } = model.db
  let found: unknown
  try {
    const reply = await db?.command({ aggregate: model.collection.name, pipeline, cursor: {} })
    found = reply?.cursor.firstBatch[0]
  } catch (error) {
    if (!isUnreachable(error)) throw error
    found = await model.collection.aggregate(pipeline).next()
  }
  if (!found) return null
  const row = found as Row & Record<string, unknown[]>
  const values = names.map(name => [name, along[name].read(row[`${ALONG}${name}`]?.[0])])
  for (const name of names) delete (row as Record<string, unknown>)[`${ALONG}${name}`]
  return { row, along: Object.fromEntries(values) as Values }
}

/** Before the names under which other documents come; no field of ours begins like this. */
const ALONG = 'along_'

function lookup(name: string, { collection, by, fields }: Along<unknown>): { $lookup: object } {
  const shown = fields && [{ $project: Object.fromEntries(fields.map(field => [field, 1])) }]
  return {
    $lookup: {
      from: collection,
      localField: by,
      foreignField: '_id',
      as: `${ALONG}${name}`,
      ...(shown ? { pipeline: shown } : {}),
    },
  }
}

/** Marks an operator object in a filter as ours. Without the mark it is compared as a value (R9). */
export const trusted = mongoose.trusted

const declared = new Map<string, Schema>()
const inOrderOfIds = new Set<string>()
const foreign: { collection: string; index: CollectionIndex }[] = []

/** Declares indexes of a collection that a library writes. */
export function declareIndexes(collection: string, indexes: readonly CollectionIndex[]): void {
  for (const index of indexes) foreign.push({ collection, index })
}

/** Builds the indexes of every collection whose module is loaded. */
export async function buildIndexes(connection: Connection): Promise<void> {
  for (const [name, schema] of declared) {
    const model = connection.models[name] ?? connection.model(name, schema)
    if (inOrderOfIds.has(name)) await createClustered(connection, name)
    await model.createIndexes()
  }
  for (const { collection, index } of foreign) {
    const { fields, ...options } = index
    await connection.collection(collection).createIndex(fields, options).catch(acceptSameKey)
  }
}

async function createClustered(connection: Connection, name: string): Promise<void> {
  const clusteredIndex = { key: { _id: 1 }, unique: true }
  await connection.db?.command({ create: name, clusteredIndex }).catch(acceptExisting)
}

function acceptExisting(error: unknown): void {
  const exists = error instanceof Error && 'code' in error && error.code === 48
  if (!exists) throw error
}

// The library may have made an index of its own on the same fields, under another name.
function acceptSameKey(error: unknown): void {
  const conflict = error instanceof Error && 'code' in error && (error.code === 85 || error.code === 86)
  if (!conflict) throw error
}

/** A new id: time-ordered, 24 hexadecimal digits. */
export function newId(): string {
  return new mongoose.Types.ObjectId().toHexString()
}

/** Whether a write lost against a unique index; a store turns it into a refusal. Of many writes: nothing else went wrong either. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof mongoose.mongo.MongoBulkWriteError) {
    const failed = [error.writeErrors].flat()
    return (
      failed.length > 0 &&
      failed.every(({ code }) => code === DUPLICATE_KEY) &&
      !error.result.getWriteConcernError()
    )
  }
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY
}

const DUPLICATE_KEY = 11000
