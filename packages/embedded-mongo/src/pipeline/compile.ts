import { located, refused } from '../errors.ts'
import { compileExpression } from '../expressions/compile.ts'
import { compileFilter } from '../query/match.ts'
import { compileAddFields, compileProjection, compileUnset } from '../query/project.ts'
import { parseSort, Sorter } from '../query/sort.ts'
import { PAUSE, roughSize } from '../store/work.ts'
import { type Doc, isArray, isDoc, isNumber, toNumber, typeName } from '../values/types.ts'
import { groupStage } from './group.ts'
import { lookupStage } from './lookup.ts'
import { each, flow, gather, type Stage, type StageContext } from './stage.ts'
import { unwindStage } from './unwind.ts'

type StageBuilder = (spec: unknown, context: StageContext) => Stage

/** Compiles a pipeline; everything unknown is refused before any document is read. */
export function compilePipeline(pipeline: readonly unknown[], context: StageContext): Stage[] {
  return pipeline.map(stage => {
    const { name, spec } = readStage(stage)
    const build = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
    if (!build) throw refused(`the pipeline stage ${name}`)
    return build(spec, context)
  })
}

export function readStage(stage: unknown): { name: string; spec: unknown } {
  const entries = isDoc(stage) ? Object.entries(stage) : []
  const [name, spec] = entries[0] ?? []
  if (entries.length !== 1 || name === undefined)
    throw located(40323, 'A pipeline stage specification object must contain exactly one field.')
  if (!name.startsWith('$')) throw located(40324, `Unrecognized pipeline stage name: '${name}'`)
  return { name, spec }
}

export function countOf(spec: unknown, stage: string, least: number): number {
  const number = isNumber(spec) ? toNumber(spec) : Number.NaN
  if (!Number.isInteger(number) || number < least)
    throw located(15957, `the ${stage} must be an integer of at least ${least}`)
  return number
}

const match: StageBuilder = (spec, { scope }) => {
  if (!isDoc(spec)) throw located(15959, 'the match filter must be an expression in an object')
  const matcher = compileFilter(spec, scope)
  return function* (source) {
    for (const doc of source) if (doc === PAUSE || matcher(doc)) yield doc
  }
}

const sort: StageBuilder = (spec, { work }) => {
  const fields = parseSort(spec)
  return source => {
    const sorter = new Sorter<Doc>(fields)
    const take = (doc: Doc) => {
      work.hold(roughSize(doc) + 200, '$sort')
      sorter.add(doc, doc)
    }
    return gather(take, () => sorter.result())(source)
  }
}

const limit: StageBuilder = spec => {
  const most = countOf(spec, '$limit', 1)
  return function* (source) {
    let given = 0
    for (const doc of source) {
      yield doc
      if (doc !== PAUSE && ++given >= most) return
    }
  }
}

const skip: StageBuilder = spec => {
  const count = countOf(spec, '$skip', 0)
  return function* (source) {
    let skipped = 0
    for (const doc of source) if (doc === PAUSE || skipped++ >= count) yield doc
  }
}

const project: StageBuilder = (spec, { scope }) => each(compileProjection(spec, scope) ?? (doc => doc))

const addFields: StageBuilder = (spec, { scope }) => each(compileAddFields(spec, scope))

const replaceWith: StageBuilder = (spec, { scope }) => {
  const expression = compileExpression(spec, scope)
  return each(doc => {
    const next = expression(doc)
    if (!isDoc(next))
      throw located(
        40228,
        `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(next)}`,
      )
    return next
  })
}

const replaceRoot: StageBuilder = (spec, context) => {
  if (!isDoc(spec) || !('newRoot' in spec))
    throw located(40231, 'no newRoot specified for the $replaceRoot stage')
  return replaceWith(spec.newRoot, context)
}

const count: StageBuilder = spec => {
  if (typeof spec !== 'string' || spec === '' || /[$.\0]/.test(spec))
    throw located(40156, 'the count field must be a non-empty field name')
  return source => {
    let counted = 0
    return gather(
      () => void counted++,
      () => (counted ? [{ [spec]: counted }] : []),
    )(source)
  }
}

const sortByCount: StageBuilder = (spec, context) => {
  const stages = compilePipeline(
    [{ $group: { _id: spec, count: { $sum: 1 } } }, { $sort: { count: -1 } }],
    context,
  )
  return source => flow(source, stages)
}

const sample: StageBuilder = (spec, { work }) => {
  const size = countOf(isDoc(spec) ? spec.size : undefined, '$sample size', 0)
  return source => {
    const kept: Doc[] = []
    let seen = 0
    const take = (doc: Doc) => {
      seen++
      if (kept.length < size) {
        work.hold(roughSize(doc), '$sample')
        kept.push(doc)
        return
      }
      const at = Math.floor(Math.random() * seen)
      if (at < size) kept[at] = doc
    }
    return gather(take, () => shuffle(kept))(source)
  }
}

function shuffle(docs: Doc[]): Doc[] {
  for (let i = docs.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    ;[docs[i], docs[j]] = [docs[j] as Doc, docs[i] as Doc]
  }
  return docs
}

const facet: StageBuilder = (spec, context) => {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw located(40169, 'the $facet specification must be a non-empty object')
  const facets = Object.entries(spec).map(([name, pipeline]) => {
    if (!isArray(pipeline)) throw located(40170, `arguments to $facet must be arrays, ${name} is not`)
    return [name, compilePipeline(pipeline, context)] as const
  })
  return function* (source) {
    const docs: Doc[] = []
    for (const doc of source) {
      if (doc === PAUSE) {
        yield doc
        continue
      }
      context.work.hold(roughSize(doc), '$facet')
      docs.push(doc)
    }
    const result: Doc = {}
    for (const [name, stages] of facets) {
      const found: Doc[] = []
      for (const doc of flow(docs, stages))
        if (doc === PAUSE) yield doc
        else found.push(doc)
      result[name] = found
    }
    yield result
  }
}

const unionWith: StageBuilder = (spec, context) => {
  const { coll, pipeline = [] } = isDoc(spec) ? spec : { coll: spec }
  if (typeof coll !== 'string' || !isArray(pipeline))
    throw located(40415, '$unionWith needs a collection name')
  return function* (source) {
    yield* source
    yield* context.readCollection(coll, pipeline, context.scope)
  }
}

const STAGES: Record<string, StageBuilder> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: spec => each(compileUnset(spec)),
  $group: groupStage,
  $count: count,
  $unwind: unwindStage,
  $lookup: lookupStage,
  $facet: facet,
  $sortByCount: sortByCount,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $unionWith: unionWith,
}
