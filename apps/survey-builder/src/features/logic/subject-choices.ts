import type { Test, TestSubject } from '@sixfold/domain/survey/logic/condition'
import { KNOWN_FACTS } from '@sixfold/domain/survey/logic/condition'
import type { Place } from '@sixfold/domain/survey/logic/places'
import { subjectKey } from '@sixfold/domain/survey/logic/possible'
import { testableOf, testableParts } from '@sixfold/domain/survey/logic/testable'
import type { Names } from './names.ts'
import { factName, pageName, partName, questionName, subjectName } from './names.ts'

export interface SubjectChoice {
  value: string
  label: string
  subject: TestSubject
}

export interface SubjectGroup {
  group: string
  items: SubjectChoice[]
}

/** Which questions stand before the rule that is being written. */
export type Before = (place: Place) => boolean

/** Everything that a rule may look at: answers given before it, page by page, then what is known of the customer. */
export function subjectChoices(names: Names, before: Before): SubjectGroup[] {
  const { definition, places, say } = names
  const pages = definition.pages.map((page, at) => ({
    group: pageName(page, at, names),
    items: page.questions.flatMap(({ id }) => {
      const place = places.get(id)
      return place && before(place) ? questionChoices(place, names) : []
    }),
  }))
  const facts = KNOWN_FACTS.map(fact => ({ value: fact, label: factName(fact, names), subject: { fact } }))
  return [...pages, { group: say('groupFacts'), items: facts }].filter(({ items }) => items.length > 0)
}

/** The choice that stands for something no longer offered, so that the sentence still says what it says. */
export function strayChoice(subject: TestSubject, names: Names): SubjectChoice {
  const place = 'question' in subject ? names.places.get(subject.question) : undefined
  const name = subjectName(subject, names)
  return {
    value: subjectKey(subject),
    label: place ? `${name} (${names.say('later')})` : name,
    subject,
  }
}

/** What a new test looks at: the question just before, else the first fact. */
export function likelySubject(groups: readonly SubjectGroup[], tests: readonly Test[]): TestSubject | null {
  const used = new Set(tests.map(({ subject }) => subjectKey(subject)))
  const free = groups.flatMap(({ items }) => items).filter(({ value }) => !used.has(value))
  const answers = free.filter(({ subject }) => 'question' in subject)
  return (answers.at(-1) ?? free[0])?.subject ?? groups[0]?.items[0]?.subject ?? null
}

function questionChoices(place: Place, names: Names): SubjectChoice[] {
  const { question } = place
  const choice = (subject: TestSubject & { question: string }, label: string): SubjectChoice => ({
    value: subjectKey(subject),
    label,
    subject,
  })
  const whole = testableOf(question)
  if (!whole) return []
  const name = questionName(place, names)
  return [
    choice({ question: question.id }, name),
    ...testableParts(question).map(part =>
      choice({ question: question.id, part }, `${name}: ${partName(question, part, names)}`),
    ),
  ]
}
