import { failedToParse } from '../errors.ts'
import { compileFilter } from '../query/match.ts'
import { compileProjection } from '../query/project.ts'
import { parseSort } from '../query/sort.ts'
import { resolveHint } from '../store/planner.ts'
import { unpaused } from '../store/work.ts'
import { decode } from '../values/decode.ts'
import { isTrue } from '../values/types.ts'
import { type Command, documentArgument, namespaceOf, scopeOf } from './command.ts'
import { updateStatement } from './update-statement.ts'

const findAndModify: Command = {
  accepts: [
    'query',
    'update',
    'remove',
    'new',
    'fields',
    'sort',
    'upsert',
    'arrayFilters',
    'hint',
    'let',
    'bypassDocumentValidation',
  ],
  async run(args, context) {
    const namespace = namespaceOf(context.database, Object.values(args)[0])
    const filter = documentArgument(args.query, 'query')
    const scope = scopeOf(args.let)
    const sort = parseSort(documentArgument(args.sort, 'sort'))
    const project = compileProjection(documentArgument(args.fields, 'fields'), scope, {
      matcher: compileFilter(filter, scope),
    })
    const show = (raw: Buffer | undefined) => (raw ? (project ?? (doc => doc))(decode(raw)) : null)
    if (isTrue(args.remove) && args.update !== undefined)
      throw failedToParse("Cannot specify both an 'update' and 'remove'=true")
    if (!isTrue(args.remove) && args.update === undefined)
      throw failedToParse("Either an 'update' or 'remove'=true must be specified")
    return context.store.write(writer => {
      if (isTrue(args.remove)) {
        const collection = writer.catalogue.get(namespace)
        const hint = collection && resolveHint(collection, args.hint)
        const [found] = [
          ...unpaused(context.store.find(collection, { filter, sort, hint, scope, limit: 1 }, context.work)),
        ]
        if (collection && found) writer.documents.remove(collection, found)
        return { lastErrorObject: { n: found ? 1 : 0 }, value: show(found?.raw) }
      }
      const result = updateStatement(context, writer, namespace, {
        filter,
        update: args.update,
        multi: false,
        upsert: isTrue(args.upsert),
        arrayFilters: args.arrayFilters,
        hint: args.hint,
        sort,
        scope,
      })
      const { matched, upserted, before, after } = result
      return {
        lastErrorObject: {
          n: upserted ? 1 : matched,
          updatedExisting: matched > 0,
          ...(upserted && { upserted: upserted.doc._id }),
        },
        value: show(isTrue(args.new) ? after : before),
      }
    })
  },
}

export const findAndModifyCommands: Record<string, Command> = { findAndModify, findandmodify: findAndModify }
