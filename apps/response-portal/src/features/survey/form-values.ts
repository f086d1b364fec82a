import type { SurveyPage } from '@sixfold/contract/portal'
import { answerFromText, answerToText } from '@sixfold/domain/survey/answer-text'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { RevisedAnswers } from '@sixfold/domain/survey/merge-answers'

/** Fields as they are posted: `a.<question>` the answer, `was.<question>` what stood there when the page was made. */
export const answerField = (question: string) => `a.${question}` as const
export const earlierField = (question: string) => `was.${question}` as const

/** The form's state: the text of each field by question. */
export interface FormValues {
  a: Record<string, string>
}

export function formValues(answers: RevisedAnswers): FormValues {
  return {
    a: Object.fromEntries(
      Object.entries(answers).map(([question, { value }]) => [question, answerToText(value)]),
    ),
  }
}

/** What the fields say, as answers; blank ones are left out. */
export function answersOfForm(definition: SurveyDefinition, values: FormValues): Answers {
  return Object.fromEntries(
    questionsOf(definition).flatMap(question => {
      const text = Object.hasOwn(values.a, question.id) ? values.a[question.id] : undefined
      const value = answerFromText(question, text ?? '')
      return value === null ? [] : [[question.id, value]]
    }),
  )
}

export function revisedAnswers(page: Pick<SurveyPage, 'answers'>): RevisedAnswers {
  return Object.fromEntries(
    page.answers.map(({ question, value, revision }) => [question, { value, revision }]),
  )
}

/** What was put into the fields before the page came alive. */
export function textsOnScreen(form: HTMLFormElement | null): Record<string, string> {
  if (!form) return {}
  const texts: Record<string, string> = {}
  for (const [name, value] of new FormData(form))
    if (name.startsWith('a.') && typeof value === 'string') texts[name.slice(2)] = value
  return texts
}
