import type { Language } from '../local-text.ts'
import type { SurveyDefinition } from './definition.ts'
import { questionsOf } from './definition.ts'
import type { ContactField, Question } from './question.ts'
import { personalWords } from './wording/personal.ts'
import type { PersonalTopic } from './wording/word-lists.ts'

/** One thing a survey asks for that tells who somebody is: a field of contact details, or a question in free words. */
export interface PersonalField {
  question: string
  /** Null: the question itself. */
  field: ContactField | null
  topic: ContactField | PersonalTopic
}

/** What a personal field will be used for, in the words of whoever asks. */
export interface PersonalUse {
  question: string
  field: ContactField | null
  use: string
}

/**
 * Everything personal that a survey asks for, in the order in which a customer meets it.
 *
 * @example personalFields(survey) // [{ question: 'reach', field: 'phone', topic: 'phone' }]
 */
export function personalFields({ languages, ...definition }: SurveyDefinition): PersonalField[] {
  return questionsOf({ languages, ...definition }).flatMap((question): PersonalField[] => {
    if (question.kind === 'contact-details')
      return question.fields.map(({ id }) => ({ question: question.id, field: id, topic: id }))
    const found = personalTopic(question, languages)
    return found ? [{ question: question.id, field: null, topic: found.topic }] : []
  })
}

/** What a question in free words asks for that tells who somebody is, and in which language it shows; null for nothing. */
export function personalTopic(
  question: Question,
  languages: readonly Language[],
): { topic: PersonalTopic; language: Language } | null {
  const { kind } = question
  if (kind !== 'text' && kind !== 'number' && kind !== 'date') return null
  for (const language of languages) {
    const text = `${question.text[language] ?? ''}\n${question.help?.[language] ?? ''}`
    const topic = personalWords(text, language)
    if (topic) return { topic, language }
  }
  return null
}
