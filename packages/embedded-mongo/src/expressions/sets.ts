import { compare } from '../values/compare.ts'
import { identityOf } from '../values/identity.ts'
import { isMissing, isTrue } from '../values/types.ts'
import { arrayOf, binary, listed, type OperatorTable, orNull, unary } from './operator.ts'

const many = Number.POSITIVE_INFINITY

const distinct = (items: unknown[]): Map<string, unknown> => {
  const found = new Map<string, unknown>()
  for (const item of items) {
    const identity = identityOf(item)
    if (!found.has(identity)) found.set(identity, item)
  }
  return found
}

const sorted = (found: Map<string, unknown>) => [...found.values()].sort(compare)

function intersection(...lists: unknown[]): unknown {
  const [first = [], ...others] = lists.map(list => arrayOf(list, '$setIntersection'))
  const kept = distinct(first)
  for (const other of others) {
    const present = distinct(other)
    for (const identity of [...kept.keys()]) if (!present.has(identity)) kept.delete(identity)
  }
  return sorted(kept)
}

function difference(a: unknown, b: unknown): unknown {
  const removed = distinct(arrayOf(b, '$setDifference'))
  return [...distinct(arrayOf(a, '$setDifference'))]
    .filter(([identity]) => !removed.has(identity))
    .map(([, item]) => item)
}

const isSubset = (a: Map<string, unknown>, b: Map<string, unknown>) =>
  [...a.keys()].every(identity => b.has(identity))

export const setOperators: OperatorTable = {
  $setUnion: listed(
    0,
    many,
    orNull((...lists) => sorted(distinct(lists.flatMap(list => arrayOf(list, '$setUnion'))))),
  ),
  $setIntersection: listed(0, many, orNull(intersection)),
  $setDifference: binary(orNull(difference)),
  $setIsSubset: binary((a, b) =>
    isSubset(distinct(arrayOf(a, '$setIsSubset')), distinct(arrayOf(b, '$setIsSubset'))),
  ),
  $setEquals: listed(2, many, (...lists) => {
    const [first, ...others] = lists.map(list => distinct(arrayOf(list, '$setEquals')))
    return others.every(other => first !== undefined && isSubset(first, other) && isSubset(other, first))
  }),
  $anyElementTrue: unary(items =>
    arrayOf(items, '$anyElementTrue').some(item => !isMissing(item) && isTrue(item)),
  ),
  $allElementsTrue: unary(items => arrayOf(items, '$allElementsTrue').every(isTrue)),
}
