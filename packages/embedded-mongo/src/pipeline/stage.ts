import type { Scope } from '../expressions/scope.ts'
import { PAUSE, type Paused, type Work } from '../store/work.ts'
import type { Doc } from '../values/types.ts'

export type Flow = Iterable<Doc | Paused>
/** Turns a flow of documents into another, lazily; pauses pass through. */
export type Stage = (source: Flow) => Flow

export type StageContext = {
  scope: Scope
  work: Work
  /** Runs a pipeline over another collection of the same database. */
  readCollection: (name: string, pipeline: unknown[], scope: Scope) => Flow
}

/** A stage that makes one document of each. */
export const each = (change: (doc: Doc) => Doc): Stage =>
  function* (source) {
    for (const doc of source) yield doc === PAUSE ? doc : change(doc)
  }

/** A stage that must see everything before it can give anything. */
export const gather = (take: (doc: Doc) => void, finish: () => Iterable<Doc>): Stage =>
  function* (source) {
    for (const doc of source)
      if (doc === PAUSE) yield doc
      else take(doc)
    yield* finish()
  }

export const flow = (source: Flow, stages: readonly Stage[]): Flow =>
  stages.reduce((from, stage) => stage(from), source)
