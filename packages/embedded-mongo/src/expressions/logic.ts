import { failedToParse, located } from '../errors.ts'
import { compare } from '../values/compare.ts'
import { type Doc, isArray, isDoc, isMissing, isTrue } from '../values/types.ts'
import { argumentsOf, binary, type OperatorBuilder, type OperatorTable, unary } from './operator.ts'
import { type Expression, withLocals } from './scope.ts'

const comparison = (holds: (order: number) => boolean) => binary((a, b) => holds(compare(a, b)))

const condition: OperatorBuilder = (operand, { operator, scope, compile }) => {
  if (isArray(operand) && operand.length !== 3)
    throw located(16020, `Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`)
  const named = isArray(operand) ? undefined : argumentsOf(operand, operator, ['if', 'then', 'else'], [])
  const parts = named ? [named.if, named.then, named.else] : (operand as unknown[])
  const [test, yes, no] = parts.map(part => compile(part, scope)) as [Expression, Expression, Expression]
  return (root, locals) => (isTrue(test(root, locals)) ? yes(root, locals) : no(root, locals))
}

const ifNull: OperatorBuilder = (operand, { scope, compile }) => {
  if (!isArray(operand) || operand.length < 2) throw located(1257300, '$ifNull needs at least two arguments')
  const items = operand.map(item => compile(item, scope))
  return (root, locals) => {
    let value: unknown
    for (const item of items) {
      value = item(root, locals)
      if (!isMissing(value)) return value
    }
    return value
  }
}

const choose: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { branches, default: otherwise } = argumentsOf(operand, operator, ['branches'], ['default'])
  if (!isArray(branches) || branches.length === 0)
    throw located(40068, '$switch requires at least one branch')
  const cases = branches.map(branch => {
    const parts = argumentsOf(branch, '$switch branch', ['case', 'then'], [])
    return [compile(parts.case, scope), compile(parts.then, scope)] as const
  })
  const fallback = isDoc(operand) && 'default' in operand ? compile(otherwise, scope) : undefined
  return (root, locals) => {
    for (const [test, then] of cases) if (isTrue(test(root, locals))) return then(root, locals)
    if (!fallback)
      throw located(
        40066,
        '$switch could not find a matching branch for an input, and no default was specified.',
      )
    return fallback(root, locals)
  }
}

const junction =
  (stopAt: boolean): OperatorBuilder =>
  (operand, { scope, compile }) => {
    const items = (isArray(operand) ? operand : [operand]).map(item => compile(item, scope))
    return (root, locals) => {
      for (const item of items) if (isTrue(item(root, locals)) === stopAt) return stopAt
      return !stopAt
    }
  }

const bind: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { vars, in: body } = argumentsOf(operand, operator, ['vars', 'in'], [])
  if (!isDoc(vars)) throw failedToParse("invalid parameter: expected an object for 'vars'")
  const bindings: [string, Expression][] = Object.entries(vars).map(([name, item]) => {
    checkName(name)
    return [name, compile(item, scope)]
  })
  const inner = compile(body, withLocals(scope, Object.keys(vars)))
  return (root, locals) => {
    const bound: Doc = { ...locals }
    for (const [name, item] of bindings) bound[name] = item(root, locals)
    return inner(root, bound)
  }
}

/** Names a user may give a variable. */
export function checkName(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name))
    throw failedToParse(`'${String(name)}' starts with an invalid character for a user variable name`)
  return name
}

export const logicOperators: OperatorTable = {
  $eq: comparison(order => order === 0),
  $ne: comparison(order => order !== 0),
  $gt: comparison(order => order > 0),
  $gte: comparison(order => order >= 0),
  $lt: comparison(order => order < 0),
  $lte: comparison(order => order <= 0),
  $cmp: binary((a, b) => Math.sign(compare(a, b))),
  $and: junction(false),
  $or: junction(true),
  $not: unary(value => !isTrue(value)),
  $cond: condition,
  $ifNull: ifNull,
  $switch: choose,
  $let: bind,
  $literal: operand => () => operand,
}
