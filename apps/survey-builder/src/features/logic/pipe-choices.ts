import { PIPED_FACTS } from '@sixfold/domain/survey/logic/pipe'
import { hasWords } from '@sixfold/domain/survey/logic/testable'
import type { Names } from './names.ts'
import type { Before, SubjectGroup } from './subject-choices.ts'
import { subjectChoices } from './subject-choices.ts'

/** What can be put into a text: facts, which one mostly wants, and answers with words of their own that were given before. */
export function pipeChoices(names: Names, before: Before): SubjectGroup[] {
  const groups = subjectChoices(names, before)
    .map(({ group, items }) => ({
      group,
      items: items.filter(({ subject }) => {
        if ('fact' in subject) return PIPED_FACTS.includes(subject.fact)
        const question = names.places.get(subject.question)?.question
        return question !== undefined && hasWords(question, subject.part)
      }),
    }))
    .filter(({ items }) => items.length > 0)
  return [...groups.slice(-1), ...groups.slice(0, -1)]
}
