import { failedToParse, MongoError, refused } from '../errors.ts'
import { isIndex } from '../values/paths.ts'
import { type Doc, isArray, isDoc, typeName } from '../values/types.ts'
import { UPDATE_OPERATORS } from './operators.ts'

/** One operator on one path, as `$inc: { 'a.b': 1 }`. */
export type Modification = { operator: string; path: string; parts: string[]; operand: unknown }

export type PreparedUpdate =
  | { kind: 'replacement'; replacement: Doc }
  | { kind: 'pipeline'; stages: unknown[] }
  | { kind: 'operators'; modifications: Modification[] }

/** Reads an update and refuses what is ill-formed before any document is touched. */
export function prepareUpdate(update: unknown): PreparedUpdate {
  if (isArray(update)) return { kind: 'pipeline', stages: update }
  if (!isDoc(update)) throw failedToParse('Update argument must be either an object or an array')
  const names = Object.keys(update)
  if (!names[0]?.startsWith('$')) {
    const odd = names.find(name => name.startsWith('$'))
    if (odd)
      throw new MongoError(
        52,
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${odd}' is not allowed in the context of an update's replacement document.`,
      )
    return { kind: 'replacement', replacement: update }
  }
  const modifications = names.flatMap(operator => modificationsOf(operator, update[operator]))
  checkConflicts(modifications)
  return { kind: 'operators', modifications: modifications.sort((a, b) => comparePaths(a.parts, b.parts)) }
}

function modificationsOf(operator: string, fields: unknown): Modification[] {
  if (!Object.hasOwn(UPDATE_OPERATORS, operator))
    throw failedToParse(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    )
  if (!isDoc(fields))
    throw failedToParse(
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${String(fields)}}`,
    )
  return Object.entries(fields).flatMap(([path, operand]) => {
    const change = { operator, path, parts: partsOf(path), operand }
    if (operator !== '$rename') return [change]
    if (typeof operand !== 'string')
      throw failedToParse(`The 'to' field for $rename must be a string: ${path}`)
    if (isArrayPath(path) || isArrayPath(operand)) throw refused('$rename through array positions')
    return [change, { operator: '$renameTarget', path: operand, parts: partsOf(operand), operand: path }]
  })
}

const isArrayPath = (path: string) => path.split('.').some(part => part.startsWith('$'))

function partsOf(path: string): string[] {
  if (path === '') throw new MongoError(56, 'EmptyFieldName', 'An empty update path is not valid.')
  const parts = path.split('.')
  if (parts.includes(''))
    throw new MongoError(
      56,
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    )
  for (const [i, part] of parts.entries()) {
    if (
      part.startsWith('$') &&
      !/^\$(\[\w*\])?$/.test(part) &&
      !(i > 0 && ['$id', '$ref', '$db'].includes(part))
    )
      throw new MongoError(
        52,
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`,
      )
  }
  if (parts[0]?.startsWith('$'))
    throw failedToParse(`Cannot have positional element in the first position in path '${path}'`)
  return parts
}

function checkConflicts(modifications: Modification[]) {
  const seen: string[] = []
  for (const { path } of modifications) {
    const other = seen.find(
      known => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`),
    )
    if (other !== undefined)
      throw new MongoError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${path.length < other.length ? path : other}'`,
      )
    seen.push(path)
  }
}

/** MongoDB applies changes, and so creates fields, in the order of their paths; positions in number order. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] as string
    const y = b[i] as string
    if (x === y) continue
    if (isIndex(x) && isIndex(y)) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return a.length - b.length
}
