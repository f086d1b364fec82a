import type { Test, TestKind, TestSubject } from '@sixfold/domain/survey/logic/condition'
import type { Testable } from '@sixfold/domain/survey/logic/testable'
import { testsOf } from '@sixfold/domain/survey/logic/testable'
import type { LogicSetting } from './logic-setting.ts'
import { testableAt } from './sentence.ts'

type Setting = Pick<LogicSetting, 'places'>

/** A test of a subject, whole from the start where a value suggests itself: the lowest scores, the first option. */
export function newTest(subject: TestSubject, setting: Setting): Test {
  const testable = testableAt(subject, setting) ?? { kind: 'presence' }
  const is = kindsFor(subject, testable)[0] ?? 'answered'
  return { subject, is, values: valuesAtFirst(is, testable) }
}

/** The kinds of test to offer, the likeliest first. Of a fact one mostly asks what it is, not whether it is known. */
export function kindsFor(subject: TestSubject, testable: Testable): TestKind[] {
  const kinds = testsOf(testable)
  if (!('fact' in subject)) return [...kinds]
  return [...kinds].sort((one, other) => Number(isPresence(one)) - Number(isPresence(other)))
}

/** The same test of something else; what still fits stays. */
export function withSubject(test: Test, subject: TestSubject, setting: Setting): Test {
  const before = testableAt(test.subject, setting)
  const after = testableAt(subject, setting)
  const fits = after !== null && testsOf(after).includes(test.is)
  const alike = before !== null && after !== null && JSON.stringify(before) === JSON.stringify(after)
  return fits && alike && !('fact' in subject) ? { ...test, subject } : newTest(subject, setting)
}

/** The same test in another way; values stay where the other way takes them. */
export function withKind(test: Test, is: TestKind, setting: Setting): Test {
  if (isPresence(is)) return { ...test, is, values: [] }
  const testable = testableAt(test.subject, setting) ?? { kind: 'presence' }
  const values = isOrder(is)
    ? test.values.slice(0, 1).filter(value => hasOrder(value, testable))
    : test.values
  return { ...test, is, values: values.length > 0 ? values : valuesAtFirst(is, testable) }
}

export const isPresence = (is: TestKind): boolean => is === 'answered' || is === 'blank'

/** Whether the test compares with one value only. */
export const isOrder = (is: TestKind): boolean => is === 'at-most' || is === 'at-least'

function hasOrder(value: number | string, { kind }: Testable): boolean {
  return kind === 'day' ? typeof value === 'string' : typeof value === 'number'
}

function valuesAtFirst(is: TestKind, testable: Testable): Test['values'] {
  if (isPresence(is)) return []
  switch (testable.kind) {
    case 'points': {
      const { low, high } = testable
      if (is === 'at-most') return [Math.min(low + 1, high)]
      return [is === 'at-least' ? Math.max(high - 1, low) : low]
    }
    case 'options':
      return testable.ids.slice(0, 1)
    case 'number':
    case 'day':
    case 'words':
    case 'presence':
      return []
    default:
      return testable satisfies never
  }
}
