import type { FieldTexts } from '@sixfold/contract/portal-fields'
import { answerField } from '@sixfold/contract/portal-fields'
import type { LocalText } from '@sixfold/domain/local-text'
import type { Question, QuestionKind, QuestionOf } from '@sixfold/domain/survey/question'
import type { SayAnswer } from '@sixfold/ui/words/answers'
import type { FilesInUse } from '../use-files.ts'

/** What each kind of question is given to draw its answers with: plain fields that a form can post. */
export type KindProps<Kind extends QuestionKind = QuestionKind> = { question: QuestionOf<Kind> } & SharedProps

export interface SharedProps {
  /** Of the survey's texts. */
  language: string
  say: SayAnswer
  /** A text of the survey in the reader's language, with earlier answers in their places. */
  text: (words: LocalText | undefined) => string
  /** What the fields said when they were drawn: they keep their own state from then on. */
  texts: FieldTexts
  /** Sets fields that only script draws. */
  put: (texts: FieldTexts) => void
  /** Whether script runs; not yet in the first rendering, which must equal the server's. */
  alive: boolean
  /** For each control: where its help and its fault stand. */
  described: { 'aria-describedby'?: string | undefined; 'aria-invalid'?: true | undefined }
  required: boolean
  files: FilesInUse
}

/** The element that a link to a question leads to. */
export const questionAnchor = (question: string) => `q-${question}`

/** The one control of a question that has only one; its label names it. */
export const controlId = (question: string) => `${questionAnchor(question)}-field`

export const nameOf = ({ id }: Question, part: string | null = null) => answerField(id, part)

export const textIn = (texts: FieldTexts, part = ''): string => texts[part]?.[0] ?? ''

export const isChosen = (texts: FieldTexts, value: string, part = ''): boolean =>
  texts[part]?.includes(value) ?? false
