import type { Language, LocalText } from '../../local-text.ts'
import { textIn } from '../../local-text.ts'
import type { Answers, AnswerValue } from '../answers.ts'
import { isBlank, NOT_APPLICABLE, otherWords } from '../answers.ts'
import type { SurveyDefinition } from '../definition.ts'
import { questionsOf } from '../definition.ts'
import { partsOf } from '../parts.ts'
import type { Question } from '../question.ts'
import { NONE } from '../question.ts'
import type { KnownFact, KnownFacts, TestSubject } from './condition.ts'
import { KNOWN_FACTS } from './condition.ts'
import { seenFact, seenIn } from './evaluate.ts'

/** One place of a text that takes an earlier answer or a known fact: `{{question:q1|words instead}}`, `{{contact.name|you}}`. */
export interface Pipe {
  /** As it is written, braces included. */
  written: string
  /** Null when it names nothing that there could be. */
  subject: TestSubject | null
  /** Said when there is no answer; null when the author gave none. Empty words are a choice: `{{contact.role|}}`. */
  instead: string | null
}

/** Facts with words of their own; the others are keys that mean something to the house alone. */
export const PIPED_FACTS: readonly KnownFact[] = [
  'contact.name',
  'contact.role',
  'account.name',
  'account.segment',
]

/** Says a value that is no text of the survey, such as a point of a scale, in the reader's language; null when it has no words. */
export type SayValue = (question: Question, value: number | string) => string | null

export interface PipeSource {
  definition: SurveyDefinition
  /** Of the respondent's way (`answersOnWay`): what was not asked is not repeated. */
  answers: Answers
  facts: KnownFacts
  language: Language
  say?: SayValue
}

const PIPE = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/**
 * The places of a text that take an answer or a fact, in their order.
 *
 * @example pipesOf('Dear {{contact.name|customer}}') // [{ written: '{{contact.name|customer}}', subject: { fact: 'contact.name' }, instead: 'customer' }]
 */
export function pipesOf(text: string): Pipe[] {
  return [...text.matchAll(PIPE)].map(([written, name = '', instead]) => ({
    written,
    subject: subjectOf(name.trim()),
    instead: instead?.trim() ?? null,
  }))
}

/**
 * How a place for an answer or a fact is written.
 *
 * @example pipeText({ question: 'q1', part: 'speed' }, 'that') // '{{question:q1:speed|that}}'
 */
export function pipeText(subject: TestSubject, instead: string): string {
  const name =
    'fact' in subject
      ? subject.fact
      : `question:${subject.question}${subject.part === undefined ? '' : `:${subject.part}`}`
  return `{{${name}|${instead.replace(/[{}]/g, '')}}}`
}

/**
 * `text` with earlier answers and known facts in their places. What a respondent wrote is put in as it stands: braces in it
 * mean nothing, and escaping is the renderer's.
 *
 * @example pipe('Dear {{contact.name|customer}}', { facts: { 'contact.name': 'Lan' }, ... }) // 'Dear Lan'
 */
export function pipe(text: string, source: PipeSource): string {
  if (!text.includes('{{')) return text
  return text.replace(PIPE, (_, name: string, instead = '') => {
    const subject = subjectOf(name.trim())
    return (subject && wordsFor(subject, source)) || instead.trim()
  })
}

function subjectOf(name: string): TestSubject | null {
  const fact = KNOWN_FACTS.find(one => one === name)
  if (fact) return { fact }
  const [kind, question, ...part] = name.split(':')
  if (kind !== 'question' || !question) return null
  return part.length === 0 ? { question } : { question, part: part.join(':') }
}

function wordsFor(subject: TestSubject, source: PipeSource): string | null {
  const { definition, answers, facts } = source
  if ('fact' in subject) return plain(seenFact(facts[subject.fact]).values[0])
  const question = questionsOf(definition).find(({ id }) => id === subject.question)
  if (!question || !Object.hasOwn(answers, question.id)) return null
  const value = answers[question.id]
  if (value === undefined || isBlank(value)) return null
  if (subject.part === undefined) return answerWords(question, value, source)
  const [point] = seenIn(question, value, subject.part).values
  return question.kind === 'grid' ? sayPoint(question, point, source) : plain(point)
}

function answerWords(question: Question, value: AnswerValue, source: PipeSource): string | null {
  switch (question.kind) {
    case 'choice':
    case 'choices':
    case 'dropdown':
    case 'picture':
    case 'ranking':
      return optionWords(question, value, source)
    case 'text':
      return typeof value === 'string' ? value : null
    case 'satisfaction':
    case 'agreement':
    case 'csat':
    case 'ces':
    case 'nps':
    case 'rating':
    case 'slider':
    case 'number':
    case 'date':
    case 'yes-no':
      return typeof value === 'object' ? null : sayPoint(question, value, source)
    case 'grid':
    case 'sum':
    case 'contact-details':
    case 'consent':
    case 'upload':
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

function optionWords(question: Question, value: AnswerValue, source: PipeSource): string | null {
  const say = (text: LocalText | undefined) =>
    textIn(text, source.language, source.definition.defaultLanguage)
  const texts = new Map(partsOf(question)?.parts.map(({ id, text }) => [id, text]))
  if (typeof value !== 'string' && !Array.isArray(value)) return null
  const chosen: readonly string[] = typeof value === 'string' ? [value] : value
  const words = chosen.map(id => {
    const own = 'other' in question ? otherWords(id) : null
    if (own !== null) return own.trim() || say('other' in question ? question.other : undefined)
    return say(id === NONE && 'none' in question ? question.none : texts.get(id))
  })
  return words.filter(Boolean).join(', ') || null
}

function sayPoint(
  question: Question,
  value: number | string | undefined,
  { say }: PipeSource,
): string | null {
  if (value === undefined) return null
  const said = say?.(question, value)
  if (said) return said
  return question.kind === 'yes-no' || value === NOT_APPLICABLE ? null : plain(value)
}

function plain(value: number | string | undefined): string | null {
  return value === undefined ? null : String(value)
}
