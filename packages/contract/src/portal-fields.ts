import { answerFromFields, answerToFields } from '@sixfold/domain/survey/answer-fields'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import { partKey } from '@sixfold/domain/survey/definition'
import type { Question } from '@sixfold/domain/survey/question'

/**
 * The fields of a survey's form: a browser without script posts them, one with script reads the same fields, so that both
 * ways lead to the same answers. `a.<question>` and `a.<question>:<part>` hold an answer, `was.<question>` what it was when
 * the page was made, `file.<question>` new files.
 */
export const answerField = (question: string, part: string | null = null): string =>
  `a.${part === null ? question : partKey(question, part)}`
export const earlierField = (question: string): string => `was.${question}`
export const fileField = (question: string): string => `file.${question}`

/** What the fields of one question say, by part; the question itself stands under ''. */
export type FieldTexts = Readonly<Record<string, readonly string[]>>

/** The texts of one question among all that a form holds. */
export function textsOf(
  question: string,
  fields: Iterable<readonly [name: string, text: unknown]>,
): FieldTexts {
  const whole = answerField(question)
  const texts = new Map<string, string[]>()
  for (const [name, text] of fields) {
    if (typeof text !== 'string' || !(name === whole || name.startsWith(`${whole}:`))) continue
    const part = name.slice(whole.length + 1)
    texts.set(part, [...(texts.get(part) ?? []), text])
  }
  return Object.fromEntries(texts)
}

export function answerOf(question: Question, texts: FieldTexts): AnswerValue | null {
  return answerFromFields(
    question,
    part => (Object.hasOwn(texts, part ?? '') ? texts[part ?? ''] : null) ?? [],
  )
}

export function textsFor(question: Question, value: AnswerValue | null | undefined): FieldTexts {
  const texts = new Map<string, string[]>()
  for (const { part, text } of answerToFields(question, value))
    texts.set(part ?? '', [...(texts.get(part ?? '') ?? []), text])
  return Object.fromEntries(texts)
}

/** An answer as the hidden field beside its question keeps it; '' for none. */
export function earlierText(value: AnswerValue | null | undefined): string {
  return value === null || value === undefined ? '' : canonicalJson(value)
}

export function sameAnswer(
  one: AnswerValue | null | undefined,
  other: AnswerValue | null | undefined,
): boolean {
  return earlierText(one) === earlierText(other)
}
