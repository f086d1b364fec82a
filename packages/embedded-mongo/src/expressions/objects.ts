import { located } from '../errors.ts'
import { type Doc, getField, isArray, isDoc, isMissing, setField, typeName } from '../values/types.ts'
import {
  argumentsOf,
  listed,
  type OperatorBuilder,
  type OperatorTable,
  orNull,
  textOf,
  unary,
} from './operator.ts'

export function mergeObjects(...values: unknown[]): Doc {
  const merged: Doc = {}
  for (const value of values) {
    if (isMissing(value)) continue
    if (!isDoc(value))
      throw located(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
    for (const [name, item] of Object.entries(value)) setField(merged, name, item)
  }
  return merged
}

function toPairs(value: unknown): unknown {
  if (!isDoc(value))
    throw located(40390, `$objectToArray requires a document input, found: ${typeName(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
}

function fromPairs(value: unknown): unknown {
  if (!isArray(value))
    throw located(40386, `$arrayToObject requires an array input, found: ${typeName(value)}`)
  const doc: Doc = {}
  for (const pair of value) {
    const [name, item] = isArray(pair) ? pair : isDoc(pair) ? [pair.k, pair.v] : []
    if (typeof name !== 'string')
      throw located(40394, '$arrayToObject requires pairs of a string key and a value')
    setField(doc, name, item)
  }
  return doc
}

const readField: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { field, input = '$$ROOT' } =
    isDoc(operand) && 'field' in operand
      ? argumentsOf(operand, operator, ['field'], ['input'])
      : { field: operand }
  const name = textOf(isDoc(field) && '$literal' in field ? field.$literal : field, '$getField')
  const source = compile(input, scope)
  return (root, locals) => {
    const value = source(root, locals)
    if (isMissing(value)) return value
    return isDoc(value) ? getField(value, name) : undefined
  }
}

const writeField: OperatorBuilder = (operand, { operator, scope, compile }) => {
  const { field, input, value } = argumentsOf(
    operand,
    operator,
    operator === '$setField' ? ['field', 'input', 'value'] : ['field', 'input'],
    [],
  )
  const name = textOf(isDoc(field) && '$literal' in field ? field.$literal : field, operator)
  const source = compile(input, scope)
  const next = operator === '$setField' ? compile(value, scope) : () => undefined
  return (root, locals) => {
    const doc = source(root, locals)
    if (isMissing(doc)) return null
    if (!isDoc(doc)) throw located(4161105, `${operator} requires 'input' to evaluate to type Object`)
    const copy = mergeObjects(doc)
    const item = next(root, locals)
    if (item === undefined) delete copy[name]
    else setField(copy, name, item)
    return copy
  }
}

export const objectOperators: OperatorTable = {
  $mergeObjects: listed(0, Number.POSITIVE_INFINITY, (...values) =>
    mergeObjects(...(values.length === 1 && isArray(values[0]) ? values[0] : values)),
  ),
  $objectToArray: unary(orNull(toPairs)),
  $arrayToObject: unary(orNull(fromPairs)),
  $getField: readField,
  $setField: writeField,
  $unsetField: writeField,
}
