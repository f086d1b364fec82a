import { uiLanguageFor } from '@sixfold/contract/words'
import type { Question, QuestionKind } from '@sixfold/domain/survey/question'
import { answerWords } from '@sixfold/ui/words/answers'
import type { ComponentType } from 'react'
import { Ranking, Slider, Sum } from './amounts.tsx'
import type { AnswerProps } from './answer-props.ts'
import { Choice, Choices, Dropdown } from './choices.tsx'
import { ContactDetails, Day, NumberLine, Upload, Written, YesNo } from './fields.tsx'
import { Grid } from './grid.tsx'
import { Pictures } from './pictures.tsx'
import { Agreement, Effort, Rating, Recommend, Satisfaction } from './scales.tsx'

const nothing = () => null

/** How each kind is answered; one that is forgotten fails the type check. */
const answers: { [K in QuestionKind]: ComponentType<AnswerProps<K>> } = {
  satisfaction: Satisfaction,
  agreement: Agreement,
  rating: Rating,
  grid: Grid,
  nps: Recommend,
  csat: Satisfaction,
  ces: Effort,
  choice: Choice,
  choices: Choices,
  dropdown: Dropdown,
  ranking: Ranking,
  picture: Pictures,
  slider: Slider,
  sum: Sum,
  text: Written,
  number: NumberLine,
  date: Day,
  'yes-no': YesNo,
  consent: nothing,
  'contact-details': ContactDetails,
  upload: Upload,
  statement: nothing,
}

/** The answers of a question as a customer will see them, in the customer's words. */
export function AnswersOf(props: Omit<AnswerProps, 'say' | 'question'> & { question: Question }) {
  const OfKind = answers[props.question.kind] as ComponentType<AnswerProps>
  return <OfKind {...props} say={answerWords(uiLanguageFor(props.language))} />
}
