import type { Scope } from '../expressions/scope.ts'
import { parseSort } from '../query/sort.ts'
import type { Collection, Index } from '../store/catalogue.ts'
import type { StoredDocument } from '../store/documents.ts'
import type { FindRequest } from '../store/find.ts'
import type { Store } from '../store/store.ts'
import { PAUSE, type Paused, type Work } from '../store/work.ts'
import { decode, encode } from '../values/decode.ts'
import { type Doc, isDoc } from '../values/types.ts'
import { compilePipeline, countOf, readStage } from './compile.ts'
import { fieldsOfExpression } from './fields.ts'
import { type Flow, flow, type Stage, type StageContext } from './stage.ts'

export type PipelineRequest = {
  database: string
  collection: Collection | undefined
  pipeline: readonly unknown[]
  scope: Scope
  hint?: Index | 'scan' | undefined
}

type Parts = { found: Iterable<StoredDocument | Paused>; stages: Stage[]; fields: Set<string> | undefined }

/** Splits a pipeline into what the store can answer (leading match, sort, skip, limit) and the stages behind it. */
function prepare(
  store: Store,
  { database, collection, pipeline, scope, hint }: PipelineRequest,
  work: Work,
): Parts {
  const { request, rest } = leading(pipeline)
  const context: StageContext = {
    scope,
    work,
    readCollection: (name, inner, innerScope) =>
      documents(
        store,
        {
          database,
          collection: store.catalogue.get(`${database}.${name}`),
          pipeline: inner,
          scope: innerScope,
        },
        work,
      ),
  }
  const stages = compilePipeline(rest, context)
  return {
    found: store.find(collection, { ...request, scope, hint }, work),
    stages,
    fields: fieldsNeeded(rest[0]),
  }
}

/** The results as BSON; documents that pass unchanged are not decoded. */
export function* runPipeline(store: Store, request: PipelineRequest, work: Work): Generator<Buffer | Paused> {
  const { found, stages, fields } = prepare(store, request, work)
  if (stages.length === 0) for (const item of found) yield item === PAUSE ? item : item.raw
  else for (const doc of flow(decoded(found, fields), stages)) yield doc === PAUSE ? doc : encode(doc)
}

function documents(store: Store, request: PipelineRequest, work: Work): Flow {
  const { found, stages, fields } = prepare(store, request, work)
  return flow(decoded(found, fields), stages)
}

function* decoded(
  found: Iterable<StoredDocument | Paused>,
  fields: Set<string> | undefined,
): Generator<Doc | Paused> {
  for (const item of found) yield item === PAUSE ? item : decode(item.raw, fields)
}

function leading(pipeline: readonly unknown[]): { request: FindRequest; rest: readonly unknown[] } {
  const filters: Doc[] = []
  const request: FindRequest = { filter: {} }
  let at = 0
  const peek = (name: string): unknown => {
    const stage = pipeline[at]
    return isDoc(stage) && name in stage ? readStage(stage).spec : undefined
  }
  for (let filter = peek('$match'); isDoc(filter); filter = peek('$match')) {
    filters.push(filter)
    at++
  }
  request.filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {})
  const sort = peek('$sort')
  if (sort !== undefined) {
    request.sort = parseSort(sort)
    at++
  }
  const skip = peek('$skip')
  if (skip !== undefined) {
    request.skip = countOf(skip, '$skip', 0)
    at++
  }
  const limit = peek('$limit')
  if (limit !== undefined) {
    request.limit = countOf(limit, '$limit', 1)
    at++
  }
  return { request, rest: pipeline.slice(at) }
}

/** The fields the first stage reads, when nothing behind it can see the rest of the document. */
function fieldsNeeded(stage: unknown): Set<string> | undefined {
  if (stage === undefined) return undefined
  const { name, spec } = readStage(stage)
  if (name === '$count') return new Set()
  return name === '$group' || name === '$sortByCount' ? fieldsOfExpression(spec) : undefined
}
