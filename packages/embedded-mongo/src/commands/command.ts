import { badValue, failedToParse, MongoError, refused, typeMismatch } from '../errors.ts'
import { compileExpression } from '../expressions/compile.ts'
import { emptyScope, type Scope, withValues } from '../expressions/scope.ts'
import type { Cursors } from '../server/cursors.ts'
import type { Store } from '../store/store.ts'
import { Work } from '../store/work.ts'
import { decode } from '../values/decode.ts'
import { type Doc, isArray, isDoc, isNumber, toNumber, typeName } from '../values/types.ts'

export type CommandContext = {
  store: Store
  cursors: Cursors
  database: string
  sequences: Map<string, Buffer[]>
  connectionId: number
  work: Work
}

/** Answers with a document, or with one that is encoded already. */
export type Command = {
  /** the arguments it understands besides those all commands share */
  accepts: readonly string[]
  run: (args: Doc, context: CommandContext) => Promise<Doc | Buffer> | Doc | Buffer
}

const SHARED = [
  'lsid',
  '$db',
  '$readPreference',
  '$clusterTime',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'maxTimeMS',
  'comment',
  'readConcern',
  'writeConcern',
  'collation',
  'txnNumber',
  'autocommit',
  'startTransaction',
]

/** Refuses, by name, every argument that would not be honoured. */
export function checkArguments(name: string, args: Doc, accepts: readonly string[]) {
  if (args.txnNumber !== undefined || args.startTransaction === true)
    throw new MongoError(
      20,
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    )
  for (const [key, value] of Object.entries(args).slice(1))
    if (!SHARED.includes(key) && !accepts.includes(key) && value !== false)
      throw refused(`the option '${key}' of ${name}`)
  checkCollation(args.collation)
  const level = isDoc(args.readConcern) ? args.readConcern.level : undefined
  if (level !== undefined && !['local', 'available', 'majority'].includes(String(level)))
    throw refused(`read concern '${String(level)}'`)
  const w = isDoc(args.writeConcern) ? args.writeConcern.w : undefined
  if (isNumber(w) && toNumber(w) > 1) throw badValue("cannot use 'w' > 1 when a host is not replicated")
}

/** Text is compared by code points; any other collation is refused. */
export function checkCollation(collation: unknown) {
  if (isDoc(collation) && Object.keys(collation).length > 0 && collation.locale !== 'simple')
    throw refused('a collation other than simple')
}

export function namespaceOf(database: string, collection: unknown): string {
  if (
    typeof collection !== 'string' ||
    collection === '' ||
    /[$\0]/.test(collection) ||
    collection.startsWith('.')
  )
    throw new MongoError(
      73,
      'InvalidNamespace',
      `Invalid namespace specified '${database}.${String(collection)}'`,
    )
  return `${database}.${collection}`
}

export function documentArgument(value: unknown, name: string): Doc {
  if (value === undefined || value === null) return {}
  if (!isDoc(value))
    throw typeMismatch(`BSON field '${name}' is the wrong type '${typeName(value)}', expected type 'object'`)
  return value
}

export function integerArgument(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    throw failedToParse(`BSON field '${name}' must be an integer, but it is ${typeName(value)}`)
  return toNumber(value)
}

export function countArgument(value: unknown, name: string): number | undefined {
  const number = integerArgument(value, name)
  if (number !== undefined && number < 0)
    throw badValue(`BSON field '${name}' value must be >= 0, actual value '${number}'`)
  return number
}

/** The statements of a write: from the message's sequence, or from the body. */
export function statementsOf(args: Doc, name: string, context: CommandContext): Doc[] {
  const sequence = context.sequences.get(name)
  const statements = sequence ? sequence.map(raw => decode(raw)) : args[name]
  if (!isArray(statements) || statements.length === 0 || statements.length > 100_000)
    throw new MongoError(16, 'InvalidLength', `Write batch sizes must be between 1 and 100000`)
  return statements.map(statement => documentArgument(statement, name))
}

/** The variables of `let`, evaluated once. */
export function scopeOf(variables: unknown): Scope {
  const values = Object.fromEntries(
    Object.entries(documentArgument(variables, 'let')).map(([name, value]) => [
      name,
      compileExpression(value, emptyScope)({}),
    ]),
  )
  return withValues(emptyScope, { NOW: new Date(), ...values })
}

export const workOf = (args: Doc, isStopping: () => boolean) =>
  new Work(countArgument(args.maxTimeMS, 'maxTimeMS'), isStopping)
