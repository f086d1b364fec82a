import { failedToParse, refused, typeMismatch } from '../errors.ts'
import { runPipeline } from '../pipeline/run.ts'
import { resolveHint } from '../store/planner.ts'
import { isArray, isDoc } from '../values/types.ts'
import { type Command, countArgument, namespaceOf, scopeOf } from './command.ts'

const aggregate: Command = {
  accepts: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'let', 'bypassDocumentValidation'],
  async run(args, { store, cursors, database, work }) {
    if (typeof args.aggregate !== 'string') throw refused('an aggregation over a whole database')
    if (!isArray(args.pipeline)) throw typeMismatch("'pipeline' option must be specified as an array")
    if (!isDoc(args.cursor))
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument")
    const namespace = namespaceOf(database, args.aggregate)
    const collection = store.catalogue.get(namespace)
    const results = runPipeline(
      store,
      {
        database,
        collection,
        pipeline: args.pipeline,
        scope: scopeOf(args.let),
        hint: collection && resolveHint(collection, args.hint),
      },
      work,
    )
    return cursors.start(namespace, results, work, {
      batchSize: countArgument(args.cursor.batchSize, 'batchSize'),
    })
  },
}

export const aggregateCommands: Record<string, Command> = { aggregate }
