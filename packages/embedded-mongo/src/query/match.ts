import { badValue, refused } from '../errors.ts'
import { compileExpression } from '../expressions/compile.ts'
import { emptyScope, type Scope } from '../expressions/scope.ts'
import { splitPath } from '../values/paths.ts'
import { type Doc, isArray, isDoc, isRegex, isTrue } from '../values/types.ts'
import { isOperators, type Matcher, type Nested } from './condition.ts'
import { equalTest, operatorTest } from './operators.ts'

const REFUSED = ['$where', '$text', '$jsonSchema', '$near', '$nearSphere', '$geoWithin', '$geoIntersects']

export function compileFilter(filter: Doc, scope: Scope = emptyScope): Matcher {
  const tests = Object.entries(filter).flatMap(([key, condition]) => clause(key, condition, scope))
  return all(tests)
}

const always: Matcher = () => true

function all(tests: Matcher[]): Matcher {
  if (tests.length === 0) return always
  if (tests.length === 1) return tests[0] as Matcher
  return (doc, found) => {
    for (const test of tests) if (!test(doc, found)) return false
    return true
  }
}

function clause(key: string, condition: unknown, scope: Scope): Matcher[] {
  switch (key) {
    case '$and':
      return [all(branches(key, condition, scope))]
    case '$or': {
      const tests = branches(key, condition, scope)
      return [(doc, found) => tests.some(test => test(doc, found))]
    }
    case '$nor': {
      const tests = branches(key, condition, scope)
      return [doc => !tests.some(test => test(doc))]
    }
    case '$expr': {
      const expression = compileExpression(condition, scope)
      return [doc => isTrue(expression(doc))]
    }
    case '$comment':
      return []
    case '$alwaysTrue':
      return []
    case '$alwaysFalse':
      return [() => false]
  }
  if (REFUSED.includes(key)) throw refused(key)
  if (key.startsWith('$')) throw badValue(`unknown top level operator: ${key}`)
  return [fieldTest(key, condition, scope)]
}

function branches(key: string, condition: unknown, scope: Scope): Matcher[] {
  if (!isArray(condition)) throw badValue(`${key} must be an array`)
  if (condition.length === 0) throw badValue(`${key} must be a nonempty array`)
  return condition.map(branch => {
    if (!isDoc(branch)) throw badValue(`${key} entries need to be full objects`)
    return compileFilter(branch, scope)
  })
}

/** The test of one field: `path: condition`. */
export function fieldTest(path: string, condition: unknown, scope: Scope): Matcher {
  const parts = splitPath(path)
  if (!isOperators(condition))
    return isRegex(condition)
      ? operatorTest(parts, '$regex', condition, {}, nested(scope))
      : equalTest(parts, condition)
  return all(
    Object.entries(condition).flatMap(([operator, operand]) => {
      if (operator === '$options' && '$regex' in condition) return []
      if (operator === '$comment') return []
      return [operatorTest(parts, operator, operand, condition, nested(scope))]
    }),
  )
}

/** What operators need to compile the filters inside them. */
const nested = (scope: Scope): Nested => ({
  field: (path, condition) => fieldTest(path, condition, scope),
  item: condition => itemTest(condition, scope),
})

const LOGICAL = ['$and', '$or', '$nor', '$expr']

/** The test `$elemMatch` and `$pull` put to one array item. */
export function itemTest(condition: Doc, scope: Scope): (item: unknown) => boolean {
  const first = Object.keys(condition)[0]
  if (isOperators(condition) && !LOGICAL.includes(first as string)) {
    const test = fieldTest('item', condition, scope)
    return item => test({ item: isArray(item) ? [item] : item })
  }
  const test = compileFilter(condition, scope)
  return item => (isDoc(item) && test(item)) || (isArray(item) && test({ ...item } as unknown as Doc))
}
