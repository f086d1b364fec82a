import { BSONRegExp } from 'bson'
import { badValue } from '../errors.ts'
import type { Found } from '../values/paths.ts'
import { type Doc, isDoc, isRegex } from '../values/types.ts'

/** Tells whether a document satisfies a filter; `found` receives the array position the match came from. */
export type Matcher = (doc: Doc, found?: Found) => boolean

/** Compiles the filters inside operators. */
export type Nested = {
  field: (path: string, condition: unknown) => Matcher
  item: (condition: Doc) => (item: unknown) => boolean
}

/** Whether a condition is made of operators, as in `{ $gt: 1 }`, rather than a document to be equal to. */
export function isOperators(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false
  const first = Object.keys(condition)[0]
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first)
}

/** The pattern of `$regex` and `$options`. */
export const regexOf = (operand: unknown, options: unknown): BSONRegExp => {
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string')
  if (isRegex(operand)) {
    if (options !== undefined && operand.options) throw badValue('options set in both $regex and $options')
    return options === undefined ? operand : new BSONRegExp(operand.pattern, options)
  }
  if (typeof operand !== 'string') throw badValue('$regex has to be a string')
  return new BSONRegExp(operand, options ?? '')
}
