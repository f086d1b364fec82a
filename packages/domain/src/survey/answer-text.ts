import type { AnswerValue } from './answers.ts'
import { NOT_APPLICABLE } from './answers.ts'
import type { Question } from './question.ts'

/**
 * An answer as a form field sends it, as a value: null for a blank one. What fits no choice stays text, so that
 * `answerProblem` names it. Line ends become one character each, so that a length is the same in every browser and in the API.
 *
 * @example answerFromText({ kind: 'satisfaction', ... }, '4') // 4
 * @example answerFromText({ kind: 'text', ... }, 'two\r\nlines') // 'two\nlines'
 */
export function answerFromText(question: Question, text: string): AnswerValue | null {
  if (text.trim() === '') return null
  switch (question.kind) {
    case 'satisfaction':
    case 'nps':
      return text !== NOT_APPLICABLE && /^\d{1,3}$/.test(text) ? Number(text) : text
    case 'text':
      return text.replace(/\r\n?/g, '\n')
    default:
      return question satisfies never
  }
}

/**
 * A value as the text of its form field.
 *
 * @example answerToText(4) // '4'
 * @example answerToText(null) // ''
 */
export function answerToText(value: AnswerValue | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}
