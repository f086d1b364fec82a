import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import type { Names } from './names.ts'
import { numberOf, valueName } from './names.ts'

/** What is wrong, and how to mend it. */
export function findingWords({ code, place, detail = {} }: LogicFinding, names: Names): string {
  const seen = detail.question === undefined ? undefined : names.places.get(detail.question)
  return names.say(`finding.${code}`, {
    number: seen ? numberOf(seen) : '',
    value: detail.value === undefined ? '' : wrongValue(place.question, detail.value, names),
    written: detail.written ?? '',
  })
}

function wrongValue(question: string | undefined, value: string, names: Names): string {
  return question === undefined ? value : valueName({ question }, Number(value) || value, names)
}
