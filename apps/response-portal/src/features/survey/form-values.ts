import type { FieldTexts } from '@sixfold/contract/portal-fields'
import { answerOf, textsFor, textsOf } from '@sixfold/contract/portal-fields'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Question } from '@sixfold/domain/survey/question'

export type Questions = ReadonlyMap<string, Question>

/** The form's state: what the fields of each question say. */
export interface FormValues {
  a: Record<string, FieldTexts>
}

export function textsForAnswers(questions: Questions, answers: RevisedAnswers): Record<string, FieldTexts> {
  return Object.fromEntries(
    [...questions].flatMap(([id, question]) =>
      Object.hasOwn(answers, id) ? [[id, textsFor(question, answers[id]?.value)]] : [],
    ),
  )
}

/** What the fields say, as answers; blank ones are left out. */
export function answersOfForm(questions: Questions, values: FormValues): Answers {
  return Object.fromEntries(
    [...questions].flatMap(([id, question]) => {
      const value = Object.hasOwn(values.a, id) ? answerOf(question, values.a[id] ?? {}) : null
      return value === null ? [] : [[id, value]]
    }),
  )
}

export function revisedAnswers(answers: readonly StoredAnswer[]): RevisedAnswers {
  return Object.fromEntries(answers.map(({ question, value, revision }) => [question, { value, revision }]))
}

/** What was put into the fields before the page came alive, by question. */
export function textsOnScreen(
  form: HTMLFormElement | null,
  ids: readonly string[],
): Record<string, FieldTexts> {
  if (!form) return {}
  const fields = [...new FormData(form)]
  return Object.fromEntries(ids.map(id => [id, textsOf(id, fields)]))
}
