import { located, refused, typeMismatch } from '../errors.ts'
import { type Doc, isArray, isDoc, isMissing, isNumber, type NumberValue, typeName } from '../values/types.ts'
import type { Expression, Scope } from './scope.ts'

export type BuildContext = {
  operator: string
  scope: Scope
  compile: (expression: unknown, scope: Scope) => Expression
}
export type OperatorBuilder = (operand: unknown, context: BuildContext) => Expression
export type OperatorTable = Record<string, OperatorBuilder>

/** An operator over a list of operands; `least` to `most` of them. */
export function listed(
  least: number,
  most: number,
  evaluate: (...values: unknown[]) => unknown,
): OperatorBuilder {
  return (operand, { operator, scope, compile }) => {
    const operands = isArray(operand) ? operand : [operand]
    if (operands.length < least || operands.length > most)
      throw located(
        16020,
        `Expression ${operator} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${operands.length} were passed in.`,
      )
    const items = operands.map(item => compile(item, scope))
    const [first, second] = items
    if (items.length === 1 && first) return (root, locals) => evaluate(first(root, locals))
    if (items.length === 2 && first && second)
      return (root, locals) => evaluate(first(root, locals), second(root, locals))
    return (root, locals) => evaluate(...items.map(item => item(root, locals)))
  }
}

export const unary = (evaluate: (value: unknown) => unknown) => listed(1, 1, evaluate)
export const binary = (evaluate: (a: unknown, b: unknown) => unknown) => listed(2, 2, evaluate)

/** An operator with named arguments; all given ones are evaluated. */
export function named(
  required: readonly string[],
  optional: readonly string[],
  evaluate: (values: Doc) => unknown,
): OperatorBuilder {
  return (operand, { operator, scope, compile }) => {
    const given = argumentsOf(operand, operator, required, optional)
    const items = Object.entries(given).map(([name, item]) => [name, compile(item, scope)] as const)
    return (root, locals) =>
      evaluate(Object.fromEntries(items.map(([name, item]) => [name, item(root, locals)])))
  }
}

export function argumentsOf(
  operand: unknown,
  operator: string,
  required: readonly string[],
  optional: readonly string[],
): Doc {
  if (!isDoc(operand)) throw located(28646, `${operator} only supports an object as its argument`)
  for (const name of required)
    if (!(name in operand)) throw located(28648, `Missing '${name}' parameter to ${operator}`)
  for (const name of Object.keys(operand))
    if (!required.includes(name) && !optional.includes(name))
      throw refused(`the argument '${name}' of ${operator}`)
  return operand
}

export function numberOf(value: unknown, operator: string): NumberValue {
  if (!isNumber(value)) throw typeMismatch(`${operator} only supports numeric types, not ${typeName(value)}`)
  return value
}

export function textOf(value: unknown, operator: string): string {
  if (typeof value !== 'string')
    throw located(34471, `${operator} requires a string argument, found: ${typeName(value)}`)
  return value
}

export function arrayOf(value: unknown, operator: string): unknown[] {
  if (!isArray(value))
    throw located(17124, `${operator} requires an array argument, found: ${typeName(value)}`)
  return value
}

/** Null when any value is null or missing, otherwise the result. */
export const orNull =
  <Values extends unknown[]>(evaluate: (...values: Values) => unknown) =>
  (...values: Values) =>
    values.some(isMissing) ? null : evaluate(...values)
