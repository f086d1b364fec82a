import type { Condition, Jump, Test, TestKind, TestSubject } from '@sixfold/domain/survey/logic/condition'
import type { Testable } from '@sixfold/domain/survey/logic/testable'
import { testableFact, testableOf } from '@sixfold/domain/survey/logic/testable'
import type { LogicSetting } from './logic-setting.ts'
import type { Names } from './names.ts'
import { pageName, subjectInSentence, valueName } from './names.ts'

/** What can be asked of a subject; null when it is gone. */
export function testableAt(subject: TestSubject, { places }: Pick<LogicSetting, 'places'>): Testable | null {
  if ('fact' in subject) return testableFact(subject.fact)
  const question = places.get(subject.question)?.question
  return question ? testableOf(question, subject.part) : null
}

/** How a test compares, in words that suit what it looks at: days come before and after, of several options one may be alone. */
export function howName(is: TestKind, subject: TestSubject, names: Names): string {
  const { say, places } = names
  const testable = testableAt(subject, names)
  if ('fact' in subject && is === 'answered') return say('is.known')
  if ('fact' in subject && is === 'blank') return say('is.unknown')
  const question = 'question' in subject ? places.get(subject.question)?.question : undefined
  if (question?.kind === 'consent' && is === 'answered') return say('is.agreed')
  if (question?.kind === 'consent' && is === 'blank') return say('is.agreed-not')
  if (testable?.kind === 'day' && is === 'at-most') return say('is.before')
  if (testable?.kind === 'day' && is === 'at-least') return say('is.after')
  const several = testable?.kind === 'options' && testable.several
  if (several && is === 'is') return say('is.only')
  if (several && is === 'is-not') return say('is.only-not')
  return say(`is.${is}`)
}

/**
 * A condition as a sentence.
 *
 * @example conditionWords(lowDelivery, names) // '5.3 Delivery, overall is at most 2 and Region is North'
 */
export function conditionWords({ join, tests }: Condition, names: Names): string {
  const { say } = names
  if (tests.length === 0) return say('ruleAlways').toLowerCase()
  return tests.map(test => testWords(test, names)).join(` ${say(join === 'all' ? 'and' : 'or')} `)
}

function testWords({ subject, is, values }: Test, names: Names): string {
  const { say } = names
  const words = { subject: subjectInSentence(subject, names), how: howName(is, subject, names) }
  if (is === 'answered' || is === 'blank') return say('say.presence', words)
  const value = values.map(one => valueName(subject, one, names)).join(` ${say('or')} `)
  return say('say.value', { ...words, value: value || '…' })
}

/** Where a rule leads. */
export function targetName(to: Jump['to'], names: Names): string {
  if (to === 'end') return names.say('theEnd')
  const { pages } = names.definition
  const at = pages.findIndex(({ id }) => id === to.page)
  const page = pages[at]
  return page ? pageName(page, at, names) : names.say('notThere')
}

/** What a rule says. */
export function jumpWords({ when, to }: Jump, names: Names): string {
  const target = to === 'end' ? names.say('theEndInSentence') : targetName(to, names)
  if (when.tests.length === 0) return names.say('ruleJumpAlways', { target })
  return names.say('ruleJump', { condition: conditionWords(when, names), target })
}
