import type { Answers } from '../survey/answers.ts'
import type { Page, SurveyDefinition } from '../survey/definition.ts'
import type { Question, QuestionOf } from '../survey/question.ts'
import type { CommentPart } from './masking.ts'

/** A question that is answered in words, and the factor that the words are about; null: none. */
export interface CommentQuestion {
  question: QuestionOf<'text'>
  factor: string | null
}

/** What somebody said in words of their own. */
export interface Comment {
  question: string
  factor: string | null
  text: string
  /** Whether who said it agreed to be quoted. */
  quotable: boolean
}

/** The questions of a survey that are answered in words: what they measure, else the factor of their page. */
export function commentQuestions({ pages }: Pick<SurveyDefinition, 'pages'>): CommentQuestion[] {
  return pages.flatMap((page: Page) =>
    page.questions.filter(isText).map(question => ({
      question,
      factor: question.measures?.factor ?? page.factor ?? null,
    })),
  )
}

/**
 * Reads the comments out of the answers to a survey. Quotable are those of people who ticked a consent that is used for quoting,
 * every one of them where the survey asks more than once.
 *
 * @example commentReader(definition)({ better: 'Call before you come' })
 *   // [{ question: 'better', factor: null, text: 'Call before you come', quotable: false }]
 */
export function commentReader(definition: Pick<SurveyDefinition, 'pages'>): (answers: Answers) => Comment[] {
  const questions = commentQuestions(definition)
  const consents = definition.pages.flatMap(({ questions: all }) => all.filter(isQuoteConsent))
  return answers => {
    const quotable = consents.length > 0 && consents.every(({ id }) => typeof answers[id] === 'string')
    return questions.flatMap(({ question, factor }) => {
      const answer = answers[question.id]
      const text = typeof answer === 'string' ? answer.trim() : ''
      return text === '' ? [] : [{ question: question.id, factor, text, quotable }]
    })
  }
}

/** Whether a survey asks for a consent to be quoted; where it does not, nobody may be. */
export function asksToQuote({ pages }: Pick<SurveyDefinition, 'pages'>): boolean {
  return pages.some(({ questions }) => questions.some(isQuoteConsent))
}

/** What was written, with what was taken out left out. */
export function shownText(parts: readonly CommentPart[]): string {
  return parts.map(part => ('text' in part ? part.text : ' ')).join('')
}

function isText(question: Question): question is QuestionOf<'text'> {
  return question.kind === 'text'
}

function isQuoteConsent(question: Question): question is QuestionOf<'consent'> {
  return question.kind === 'consent' && question.use === 'quote'
}
