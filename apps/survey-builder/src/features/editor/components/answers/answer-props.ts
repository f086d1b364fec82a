import type { Question, QuestionKind, QuestionOf } from '@sixfold/domain/survey/question'
import type { SayAnswer } from '@sixfold/ui/words/answers'

/** What the answers of each kind are drawn with, as a customer will see them; their texts are edited in place. */
export interface AnswerPropsOf<Q extends Question> {
  question: Q
  /** `5.3`. */
  number: string
  language: string
  selected: boolean
  /** In the customer's language. */
  say: SayAnswer
}

export type AnswerProps<Kind extends QuestionKind = QuestionKind> = AnswerPropsOf<QuestionOf<Kind>>
