import { textIn } from '@sixfold/domain/local-text'
import { IMPORTANCE } from '@sixfold/domain/survey/answers'
import type { TestSubject } from '@sixfold/domain/survey/logic/condition'
import type { Question } from '@sixfold/domain/survey/question'
import type { SayAnswer } from '@sixfold/ui/words/answers'
import type { Names } from './names.ts'
import { valueName } from './names.ts'
import { testableAt } from './sentence.ts'

/** A value as it is offered: the ends of a scale with the words that stand there, so that nobody mistakes its direction. */
export function choiceName(
  subject: TestSubject,
  value: number | string,
  names: Names,
  answers: SayAnswer,
): string {
  const name = valueName(subject, value, names)
  const testable = testableAt(subject, names)
  if ('fact' in subject || testable?.kind !== 'points') return name
  const question = names.places.get(subject.question)?.question
  const end = value === testable.low ? 'low' : value === testable.high ? 'high' : null
  const word = question && end ? endWord(question, subject.part, end, names, answers) : ''
  return word ? names.say('pointWord', { point: name, word }) : name
}

function endWord(
  question: Question,
  part: string | undefined,
  end: 'low' | 'high',
  { language, definition }: Names,
  answers: SayAnswer,
): string {
  const point = end === 'low' ? 1 : 5
  switch (question.kind) {
    case 'satisfaction':
    case 'csat':
      return answers(`satisfaction.${point}`)
    case 'grid':
      return answers(part?.endsWith(`:${IMPORTANCE}`) ? `importance.${point}` : `satisfaction.${point}`)
    case 'agreement':
      return answers(`agreement.${point}`)
    case 'nps':
      return answers(`nps.${end}`)
    case 'rating':
      return textIn(question[end], language, definition.defaultLanguage)
    default:
      return ''
  }
}
