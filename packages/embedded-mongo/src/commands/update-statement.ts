import { ObjectId } from 'bson'
import { failedToParse, located, MongoError } from '../errors.ts'
import type { Scope } from '../expressions/scope.ts'
import { compileUpdatePipeline } from '../pipeline/update-pipeline.ts'
import { compileFilter } from '../query/match.ts'
import type { SortField } from '../query/sort.ts'
import type { StoredDocument } from '../store/documents.ts'
import { resolveHint } from '../store/planner.ts'
import type { Writer } from '../store/store.ts'
import { unpaused } from '../store/work.ts'
import { applyModifications, compileArrayFilters } from '../update/apply.ts'
import { type PreparedUpdate, prepareUpdate } from '../update/prepare.ts'
import { documentFromFilter } from '../update/upsert.ts'
import { equal } from '../values/compare.ts'
import { decode, encode, MAX_DOCUMENT_BYTES } from '../values/decode.ts'
import type { Found } from '../values/paths.ts'
import { type Doc, idFirst } from '../values/types.ts'
import type { CommandContext } from './command.ts'
import { checkStorable, prepareInsert } from './storable.ts'

export type UpdateStatement = {
  filter: Doc
  update: unknown
  multi: boolean
  upsert: boolean
  arrayFilters: unknown
  hint: unknown
  sort?: readonly SortField[]
  scope: Scope
}

export type UpdateResult = {
  matched: number
  modified: number
  upserted?: { doc: Doc }
  /** the last document matched, before and after */
  before?: Buffer
  after?: Buffer
}

/** Carries out one update statement inside a write: all matches are found before the first one is changed. */
export function updateStatement(
  { store, work }: CommandContext,
  { catalogue, documents }: Writer,
  namespace: string,
  statement: UpdateStatement,
): UpdateResult {
  const change = compileUpdate(statement)
  const { filter, multi, sort, scope } = statement
  const collection = catalogue.get(namespace)
  const hint = collection && resolveHint(collection, statement.hint)
  const found = store.find(collection, { filter, sort, hint, scope, limit: multi ? 0 : 1 }, work)
  const keys = Array.from(unpaused(found), ({ key }) => key)
  const result: UpdateResult = { matched: 0, modified: 0 }
  for (const key of keys) {
    const raw = store.environment.documents.get(key)
    if (!raw || !collection) continue
    const old: StoredDocument = { key, raw }
    const doc = change(decode(raw), false)
    const next = encode(doc)
    result.matched++
    result.before = raw
    result.after = next
    if (next.equals(raw)) continue
    checkSize(next)
    documents.replace(collection, old, next, doc)
    result.modified++
  }
  if (keys.length > 0 || !statement.upsert) return result
  const made = prepareInsert(newDocument(statement, change))
  documents.insert(catalogue.create(namespace), made.raw, made.doc)
  return { ...result, upserted: { doc: made.doc }, after: made.raw }
}

type Change = (doc: Doc, inserting: boolean) => Doc

function compileUpdate(statement: UpdateStatement): Change {
  const prepared = prepareUpdate(statement.update)
  if (prepared.kind === 'replacement' && statement.multi)
    throw failedToParse('multi update is not supported for replacement-style update')
  const modifications = prepared.kind === 'operators' ? prepared.modifications : []
  if (statement.arrayFilters !== undefined && prepared.kind !== 'operators')
    throw failedToParse('arrayFilters may only be specified with an update by operators')
  const arrayFilters = compileArrayFilters(statement.arrayFilters, modifications, statement.scope)
  const matcher = compileFilter(statement.filter, statement.scope)
  const pipeline =
    prepared.kind === 'pipeline' ? compileUpdatePipeline(prepared.stages, statement.scope) : undefined
  return (doc, inserting) => {
    const id = doc._id
    const next = pipeline ? pipeline(doc) : changed(doc, prepared)
    checkStorable(next)
    if (inserting && id === undefined) return next
    if (next._id !== undefined && !equal(next._id, id))
      throw new MongoError(
        66,
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    if (next._id === undefined && prepared.kind === 'operators')
      throw new MongoError(
        66,
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    return Object.keys(next)[0] === '_id' ? next : idFirst(next, id)

    function changed(current: Doc, update: PreparedUpdate): Doc {
      if (update.kind === 'replacement') return { ...update.replacement }
      const found: Found = {}
      if (!inserting) matcher(current, found)
      applyModifications(current, modifications, { inserting, position: found.index, arrayFilters })
      return current
    }
  }
}

function newDocument(statement: UpdateStatement, change: Change): Doc {
  const base = documentFromFilter(statement.filter)
  const start =
    Array.isArray(statement.update) || isOperatorUpdate(statement.update)
      ? base
      : '_id' in base
        ? { _id: base._id }
        : {}
  const doc = change(start, true)
  return idFirst(doc, doc._id === undefined ? (base._id ?? new ObjectId()) : doc._id)
}

const isOperatorUpdate = (update: unknown) => Object.keys(update as Doc)[0]?.startsWith('$') === true

function checkSize(raw: Buffer) {
  if (raw.length > MAX_DOCUMENT_BYTES)
    throw located(17419, `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`)
}
