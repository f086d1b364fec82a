import { badValue, located, refused } from '../errors.ts'
import { type Doc, getField, isArray, isDoc, setField } from '../values/types.ts'
import { arithmeticOperators } from './arithmetic.ts'
import { arrayOperators } from './arrays.ts'
import { conversionOperators } from './conversions.ts'
import { dateOperators } from './dates.ts'
import { logicOperators } from './logic.ts'
import { objectOperators } from './objects.ts'
import type { OperatorTable } from './operator.ts'
import type { Expression, Scope } from './scope.ts'
import { setOperators } from './sets.ts'
import { stringOperators } from './strings.ts'

const OPERATORS: OperatorTable = {
  ...arithmeticOperators,
  ...arrayOperators,
  ...conversionOperators,
  ...dateOperators,
  ...logicOperators,
  ...objectOperators,
  ...setOperators,
  ...stringOperators,
}

/** Compiles an aggregation expression; the result is pure. Missing is `undefined`. */
export function compileExpression(expression: unknown, scope: Scope): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return reference(expression, scope)
  if (isArray(expression)) {
    const items = expression.map(item => compileExpression(item, scope))
    return (root, locals) => items.map(item => item(root, locals) ?? null)
  }
  if (isDoc(expression)) return documentExpression(expression, scope)
  return () => expression
}

function documentExpression(expression: Doc, scope: Scope): Expression {
  const names = Object.keys(expression)
  const operator = names.find(name => name.startsWith('$'))
  if (operator !== undefined) {
    if (names.length > 1)
      throw located(
        15983,
        `An object representing an expression must have exactly one field: ${names.join(', ')}`,
      )
    const build = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined
    if (!build) throw refused(`the expression ${operator}`)
    return build(expression[operator], { operator, scope, compile: compileExpression })
  }
  const fields = names.map(name => {
    if (name.includes('.')) throw located(16412, `FieldPath field names may not contain '.'. Found: ${name}`)
    return [name, compileExpression(expression[name], scope)] as const
  })
  return (root, locals) => {
    const doc: Doc = {}
    for (const [name, field] of fields) {
      const value = field(root, locals)
      if (value !== undefined) setField(doc, name, value)
    }
    return doc
  }
}

/** `$field.path`, `$$variable` and `$$variable.path`. */
function reference(text: string, scope: Scope): Expression {
  if (!text.startsWith('$$')) return fieldPath(text.slice(1))
  const [name, ...rest] = text.slice(2).split('.') as [string, ...string[]]
  if (name === '') throw located(16872, 'empty variable names are not allowed')
  const path = rest.length ? checkPath(rest.join('.')) : []
  const source = variable(name, scope)
  return path.length === 0 ? source : (root, locals) => readPath(source(root, locals), path, 0)
}

function variable(name: string, scope: Scope): Expression {
  if (scope.locals.has(name)) return (_root, locals) => (locals ? getField(locals, name) : undefined)
  if (name === 'ROOT' || name === 'CURRENT') return root => root
  if (name === 'REMOVE') return () => undefined
  if (Object.hasOwn(scope.values, name)) {
    const value = scope.values[name]
    return () => value
  }
  if (name === 'NOW') {
    const now = new Date()
    return () => now
  }
  if (/^[A-Z]/.test(name)) throw refused(`the variable $$${name}`)
  throw located(17276, `Use of undefined variable: ${name}`)
}

function fieldPath(text: string): Expression {
  const path = checkPath(text)
  if (path.length === 1) {
    const name = path[0] as string
    return root => (isDoc(root) ? getField(root, name) : readPath(root, path, 0))
  }
  return root => readPath(root, path, 0)
}

export function checkPath(text: string): string[] {
  const path = text.split('.')
  for (const part of path) {
    if (part === '') throw located(40353, "FieldPath must not end with a '.' or have empty parts.")
    if (part.startsWith('$'))
      throw located(16410, `FieldPath field names may not start with '$'. Found: ${part}`)
    if (part.includes('\0')) throw badValue('FieldPath field names may not contain null bytes')
  }
  return path
}

/** Reads a path as expressions do: an array gives the array of what its documents hold, missing ones left out. */
function readPath(value: unknown, path: readonly string[], at: number): unknown {
  if (at === path.length) return value
  if (isDoc(value)) return readPath(getField(value, path[at] as string), path, at + 1)
  if (!isArray(value)) return undefined
  return value
    .map(item => (isDoc(item) || isArray(item) ? readPath(item, path, at) : undefined))
    .filter(item => item !== undefined)
}
