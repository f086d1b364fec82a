import { failedToParse, MongoError, refused } from '../errors.ts'
import { resolveHint } from '../store/planner.ts'
import { unpaused } from '../store/work.ts'
import { type Doc, isNumber, toNumber } from '../values/types.ts'
import {
  type Command,
  checkCollation,
  documentArgument,
  namespaceOf,
  scopeOf,
  statementsOf,
} from './command.ts'
import { prepareInsert } from './storable.ts'
import { updateStatement } from './update-statement.ts'

type WriteError = { index: number; code: number; errmsg: string }

/** Runs statements one by one; an ordered command ends at its first error. */
function runStatements(count: number, ordered: boolean, run: (at: number) => void): WriteError[] {
  const errors: WriteError[] = []
  for (let at = 0; at < count; at++) {
    try {
      run(at)
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      errors.push({ index: at, code: error.code, errmsg: error.message, ...error.extra })
      if (ordered) break
    }
  }
  return errors
}

const withErrors = (reply: Doc, errors: WriteError[]): Doc =>
  errors.length ? { ...reply, writeErrors: errors } : reply

const insert: Command = {
  accepts: ['documents', 'ordered', 'bypassDocumentValidation'],
  async run(args, context) {
    const namespace = namespaceOf(context.database, args.insert)
    const docs = statementsOf(args, 'documents', context)
    const raws = context.sequences.get('documents')
    return context.store.write(({ catalogue, documents }) => {
      const collection = catalogue.create(namespace)
      let n = 0
      const errors = runStatements(docs.length, args.ordered !== false, at => {
        const { doc, raw } = prepareInsert(docs[at] as Doc, raws?.[at])
        documents.insert(collection, raw, doc)
        n++
      })
      return withErrors({ n }, errors)
    })
  },
}

const UPDATE_FIELDS = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'collation', 'hint']

const update: Command = {
  accepts: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  async run(args, context) {
    const namespace = namespaceOf(context.database, args.update)
    const statements = statementsOf(args, 'updates', context)
    const scope = scopeOf(args.let)
    return context.store.write(writer => {
      let n = 0
      let nModified = 0
      const upserted: Doc[] = []
      const errors = runStatements(statements.length, args.ordered !== false, at => {
        const statement = statements[at] as Doc
        checkFields(statement, UPDATE_FIELDS, 'updates')
        const result = updateStatement(context, writer, namespace, {
          filter: documentArgument(statement.q, 'q'),
          update: statement.u,
          multi: statement.multi === true,
          upsert: statement.upsert === true,
          arrayFilters: statement.arrayFilters,
          hint: statement.hint,
          scope:
            statement.c === undefined
              ? scope
              : scopeOf({ ...documentArgument(args.let, 'let'), ...documentArgument(statement.c, 'c') }),
        })
        n += result.matched
        nModified += result.modified
        if (result.upserted) {
          n++
          upserted.push({ index: at, _id: result.upserted.doc._id })
        }
      })
      return withErrors({ n, nModified, ...(upserted.length && { upserted }) }, errors)
    })
  },
}

function checkFields(statement: Doc, known: readonly string[], name: string) {
  for (const key of Object.keys(statement))
    if (!known.includes(key)) throw refused(`the option '${key}' of ${name}`)
  checkCollation(statement.collation)
}

const remove: Command = {
  accepts: ['deletes', 'ordered', 'let'],
  async run(args, context) {
    const namespace = namespaceOf(context.database, args.delete)
    const statements = statementsOf(args, 'deletes', context)
    const scope = scopeOf(args.let)
    return context.store.write(({ catalogue, documents }) => {
      const collection = catalogue.get(namespace)
      let n = 0
      const errors = runStatements(statements.length, args.ordered !== false, at => {
        const statement = statements[at] as Doc
        checkFields(statement, ['q', 'limit', 'collation', 'hint'], 'deletes')
        const limit = isNumber(statement.limit) ? toNumber(statement.limit) : Number.NaN
        if (limit !== 0 && limit !== 1)
          throw failedToParse('The limit field in delete objects must be 0 or 1')
        const filter = documentArgument(statement.q, 'q')
        const hint = collection && resolveHint(collection, statement.hint)
        const found = context.store.find(collection, { filter, limit, hint, scope }, context.work)
        // Only the keys are held, so that a large collection can be emptied.
        const keys = Array.from(unpaused(found), ({ key }) => key)
        for (const key of keys) {
          const raw = context.store.environment.documents.get(key)
          if (collection && raw) documents.remove(collection, { key, raw })
        }
        n += keys.length
      })
      return withErrors({ n }, errors)
    })
  },
}

export const writeCommands: Record<string, Command> = { insert, update, delete: remove }
