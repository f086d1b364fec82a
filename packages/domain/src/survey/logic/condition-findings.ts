import type { SurveyDefinition } from '../definition.ts'
import { circles } from './circles.ts'
import type { Condition, Test, TestKind } from './condition.ts'
import type { ConditionFindingCode, LogicFinding, LogicPlace } from './finding.ts'
import type { Place } from './places.ts'
import type { RangeOf } from './possible.ts'
import { canBeTrue, canHold } from './possible.ts'
import type { Testable } from './testable.ts'
import { testableFact, testableOf } from './testable.ts'

/** One condition of a survey, where it stands, and how a question lies to it. */
interface RuleAt {
  condition: Condition
  place: LogicPlace
  sees: (place: Place) => 'earlier' | 'own_answer' | 'circle' | 'later_question'
}

type Fault = { code: ConditionFindingCode } & Pick<LogicFinding, 'detail'>

/** What is wrong with the conditions of a survey, each by itself. */
export function conditionFindings(
  definition: SurveyDefinition,
  places: ReadonlyMap<string, Place>,
): LogicFinding[] {
  return rulesOf(definition, places).flatMap(rule => ruleFindings(rule, places))
}

function ruleFindings(rule: RuleAt, places: ReadonlyMap<string, Place>): LogicFinding[] {
  const { condition, place } = rule
  const faults = condition.tests.flatMap((test, at): LogicFinding[] => {
    const fault = testFault(test, rule, places)
    return fault ? [{ ...fault, severity: 'stops', place: { ...place, test: at } }] : []
  })
  // Tests that could hold one by one exclude each other only where all of them must.
  const alone = condition.join === 'any' || condition.tests.length < 2
  if (faults.length > 0 || alone || canHold([condition], rangesIn(places))) return faults
  return [{ code: 'contradiction', severity: 'stops', place }]
}

/** What every answer could be, were each question asked. */
export function rangesIn(places: ReadonlyMap<string, Place>): RangeOf {
  return subject => {
    if ('fact' in subject) return testableFact(subject.fact)
    const found = places.get(subject.question)
    return (found && testableOf(found.question, subject.part)) ?? 'anything'
  }
}

function rulesOf(definition: SurveyDefinition, places: ReadonlyMap<string, Place>): RuleAt[] {
  const group = circles(definition)
  const sameCircle = (id: string, others: readonly { id: string }[]) =>
    others.some(other => group.get(other.id) === group.get(id))
  return definition.pages.flatMap((page, pageAt): RuleAt[] => {
    const ofPage: RuleAt[] = page.showIf
      ? [
          {
            condition: page.showIf,
            place: { page: page.id, setting: 'showIf' },
            sees: seen => {
              if (seen.pageAt === pageAt) return 'own_answer'
              if (seen.pageAt < pageAt) return 'earlier'
              return sameCircle(seen.question.id, page.questions) ? 'circle' : 'later_question'
            },
          },
        ]
      : []
    const ofJumps = (page.jumps ?? []).map(
      ({ when }, jump): RuleAt => ({
        condition: when,
        place: { page: page.id, setting: 'jumps', jump },
        sees: seen => (seen.pageAt <= pageAt ? 'earlier' : 'later_question'),
      }),
    )
    const ofQuestions = page.questions.flatMap(question =>
      (['showIf', 'requireIf'] as const).flatMap((setting): RuleAt[] => {
        const condition = question[setting]
        if (!condition) return []
        const own = places.get(question.id)?.at ?? 0
        const sees = (seen: Place) => {
          if (seen.at === own) return 'own_answer'
          if (seen.at < own) return 'earlier'
          const circle = setting === 'showIf' && sameCircle(seen.question.id, [question])
          return circle ? 'circle' : 'later_question'
        }
        return [{ condition, place: { page: page.id, question: question.id, setting }, sees }]
      }),
    )
    return [...ofPage, ...ofQuestions, ...ofJumps]
  })
}

function testFault(test: Test, { sees }: RuleAt, places: ReadonlyMap<string, Place>): Fault | null {
  const { subject } = test
  if ('fact' in subject) return valueFault(test, testableFact(subject.fact))
  const detail = { question: subject.question }
  const found = places.get(subject.question)
  if (!found) return { code: 'unknown_question', detail }
  const seen = sees(found)
  if (seen !== 'earlier') return { code: seen, detail }
  const testable = testableOf(found.question, subject.part)
  if (testable) return valueFault(test, testable)
  return subject.part === undefined
    ? { code: 'unfit_test', detail }
    : { code: 'unknown_part', detail: { ...detail, part: subject.part } }
}

function valueFault(test: Test, testable: Testable): Fault | null {
  if (!fits(test.is, testable)) return { code: 'unfit_test' }
  if (test.is === 'answered' || test.is === 'blank') return null
  if (test.values.length === 0 || test.values.includes('')) return { code: 'no_value' }
  const wrong = test.values.find(value => !isPossible({ ...test, values: [value] }, testable))
  if (wrong === undefined) return null
  return {
    code: testable.kind === 'options' ? 'unknown_value' : 'impossible_value',
    detail: { value: String(wrong) },
  }
}

/** Imported conditions may ask for a single choice as for one of several; only orders and values must be there. */
function fits(is: TestKind, { kind }: Testable): boolean {
  if (is === 'answered' || is === 'blank') return true
  if (is === 'at-most' || is === 'at-least') return kind === 'points' || kind === 'number' || kind === 'day'
  return kind !== 'presence'
}

/** Whether an answer could have the value, also where the test is that it has not. */
function isPossible(test: Test, testable: Testable): boolean {
  const is = test.is === 'is-not' ? 'is' : test.is === 'includes-not' ? 'includes' : test.is
  return canBeTrue({ ...test, is }, testable)
}
