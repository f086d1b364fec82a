import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { Test } from '@sixfold/domain/survey/logic/condition'
import { countries } from '@sixfold/ui/countries'
import type { Names } from './names.ts'
import { testableAt } from './sentence.ts'
import { isOrder } from './test-draft.ts'

/** The values to choose from, with those that the test already has; null where a value is written. */
export function valueChoices({ subject, is, values }: Test, names: Names): (number | string)[] | null {
  const known = knownValues({ subject, is }, names)
  return known && [...known, ...values.filter(value => !known.includes(value))]
}

/** Whether several values are shown side by side, which takes the width of the sentence. */
export function isList(test: Test, names: Names): boolean {
  if (isOrder(test.is)) return false
  const kind = testableAt(test.subject, names)?.kind
  return kind === 'options' || kind === 'words' || kind === 'points'
}

function knownValues(
  { subject, is }: Pick<Test, 'subject' | 'is'>,
  names: Names,
): (number | string)[] | null {
  if ('fact' in subject) {
    if (subject.fact === 'account.region') return names.regions.map(({ id }) => id)
    if (subject.fact === 'account.country') return [...countries(names.screens)]
    if (subject.fact === 'contact.language') return [...names.definition.languages]
  }
  const testable = testableAt(subject, names)
  if (testable?.kind === 'options') return [...testable.ids]
  if (testable?.kind !== 'points') return null
  const points = Array.from({ length: testable.high - testable.low + 1 }, (_, at) => testable.low + at)
  return testable.notApplicable && !isOrder(is) ? [...points, NOT_APPLICABLE] : points
}
