import { badValue, failedToParse } from '../errors.ts'
import type { Scope } from '../expressions/scope.ts'
import { compileFilter } from '../query/match.ts'
import { cloneValue, type Doc, isArray, isDoc, typeName } from '../values/types.ts'
import { KEEP, REMOVE, UPDATE_OPERATORS } from './operators.ts'
import { readPlace, removePlace, writePlace } from './places.ts'
import type { Modification } from './prepare.ts'

export type ApplyContext = {
  /** whether the document is being made by an upsert */
  inserting: boolean
  /** the array position the filter matched, for `$` */
  position: number | undefined
  arrayFilters: ReadonlyMap<string, (item: unknown) => boolean>
}

/** Carries out update operators on a document, which is changed. */
export function applyModifications(doc: Doc, modifications: readonly Modification[], context: ApplyContext) {
  const renamed = new Map(
    modifications
      .filter(({ operator }) => operator === '$rename')
      .map(({ path, parts }) => [path, readPlace(doc, parts)]),
  )
  for (const change of modifications) {
    if (change.operator === '$setOnInsert' && !context.inserting) continue
    if (change.operator === '$renameTarget') {
      const value = renamed.get(change.operand as string)
      if (value !== undefined) writePlace(doc, change.parts, value)
      continue
    }
    for (const parts of concretePaths(doc, change, context)) applyOne(doc, change, parts)
  }
}

function applyOne(doc: Doc, change: Modification, parts: readonly string[]) {
  const operator = UPDATE_OPERATORS[change.operator]
  if (!operator) throw failedToParse(`Unknown modifier: ${change.operator}`)
  const next = operator(readPlace(doc, parts), change.operand, change.path)
  if (next === REMOVE) removePlace(doc, parts)
  else if (next !== KEEP) writePlace(doc, parts, cloneValue(next))
}

/** Replaces `$`, `$[]` and `$[name]` by the positions they stand for. */
function concretePaths(doc: Doc, { path, parts }: Modification, context: ApplyContext): string[][] {
  let paths: string[][] = [[]]
  for (const part of parts) {
    if (part === '$') {
      if (context.position === undefined)
        throw badValue('The positional operator did not find the match needed from the query.')
      paths = paths.map(known => [...known, String(context.position)])
    } else if (part.startsWith('$['))
      paths = paths.flatMap(known => positions(doc, known, part, path, context).map(i => [...known, i]))
    else paths = paths.map(known => [...known, part])
  }
  return paths
}

function positions(
  doc: Doc,
  parts: readonly string[],
  token: string,
  path: string,
  context: ApplyContext,
): string[] {
  const items = readPlace(doc, parts)
  if (items === undefined)
    throw badValue(
      `The path '${parts.join('.')}' must exist in the document in order to apply array updates.`,
    )
  if (!isArray(items))
    throw badValue(`Cannot apply array updates to non-array element ${parts.at(-1)}: ${typeName(items)}`)
  const name = token.slice(2, -1)
  const test = name === '' ? () => true : context.arrayFilters.get(name)
  if (!test) throw badValue(`No array filter found for identifier '${name}' in path '${path}'`)
  return items.flatMap((item, i) => (test(item) ? [String(i)] : []))
}

/** Compiles `arrayFilters` into one test per identifier and demands that each is used. */
export function compileArrayFilters(filters: unknown, modifications: readonly Modification[], scope: Scope) {
  const tests = new Map<string, (item: unknown) => boolean>()
  if (filters === undefined) return tests
  if (!isArray(filters)) throw failedToParse('arrayFilters must be an array')
  for (const filter of filters) {
    const names = new Set<string>()
    if (!isDoc(filter)) throw failedToParse('each array filter must be an object')
    const test = compileFilter(underItem(filter, names), scope)
    const [name, other] = names
    if (name === undefined)
      throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters')
    if (other !== undefined)
      throw failedToParse(
        `Error parsing array filter: Expected a single top-level field name, found '${name}' and '${other}'`,
      )
    if (tests.has(name))
      throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`)
    if (!modifications.some(({ parts }) => parts.includes(`$[${name}]`)))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`)
    tests.set(name, item => test({ item }))
  }
  return tests
}

/** Rewrites `{ 'elem.a': 1 }` to `{ 'item.a': 1 }`, collecting the identifiers. */
function underItem(filter: Doc, names: Set<string>): Doc {
  const rewritten: Doc = {}
  for (const [key, value] of Object.entries(filter)) {
    if (key.startsWith('$')) {
      rewritten[key] = isArray(value)
        ? value.map(branch => (isDoc(branch) ? underItem(branch, names) : branch))
        : value
      continue
    }
    const [name, ...rest] = key.split('.') as [string, ...string[]]
    names.add(name)
    rewritten[['item', ...rest].join('.')] = value
  }
  return rewritten
}
