import { MongoError } from '../errors.ts'
import type { Scope } from '../expressions/scope.ts'
import { PAUSE, Work } from '../store/work.ts'
import type { Doc } from '../values/types.ts'
import { compilePipeline, readStage } from './compile.ts'
import { flow } from './stage.ts'

const ALLOWED = ['$set', '$addFields', '$unset', '$project', '$replaceWith', '$replaceRoot']

/** An update given as a pipeline: a function from the old document to the new one. */
export function compileUpdatePipeline(pipeline: unknown[], scope: Scope): (doc: Doc) => Doc {
  for (const stage of pipeline) {
    const { name } = readStage(stage)
    if (!ALLOWED.includes(name))
      throw new MongoError(72, 'InvalidOptions', `${name} is not allowed to be used within an update`)
  }
  const stages = compilePipeline(pipeline, { scope, work: new Work(), readCollection: () => [] })
  return doc => {
    for (const next of flow([doc], stages)) if (next !== PAUSE) return next
    return doc
  }
}
