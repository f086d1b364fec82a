import type { Language, LocalText } from '../local-text.ts'
import type { Page, SurveyDefinition } from './definition.ts'
import type { SurveyOperation } from './operation.ts'
import { partsOf } from './parts.ts'
import type { Question } from './question.ts'
import type { QuestionText } from './settings.ts'
import { needOfText, QUESTION_TEXTS, questionText } from './settings.ts'

/** Where a text stands, so that a screen can lead there. A part's only text is its `text`. */
export interface TextPlace {
  page?: string
  question?: string
  part?: string
  field: 'title' | 'welcome' | 'thanks' | 'intro' | QuestionText
}

/** One text that is written in every language of the survey. */
export interface SurveyText {
  place: TextPlace
  text: LocalText
  /** It may be absent altogether; once written it is written in every language. */
  optional: boolean
  /** The operation that writes it in one language; '' takes it out. */
  operation: (language: Language, value: string) => SurveyOperation
}

/**
 * Every text of a survey in the order in which a customer meets it, also those that are still empty.
 *
 * @example textsOf(survey)[0] // { place: { field: 'title' }, text: { en: 'Quarterly survey' }, optional: false, operation }
 */
export function textsOf(definition: SurveyDefinition): SurveyText[] {
  const ofSurvey = (field: 'title' | 'welcome' | 'thanks'): SurveyText => ({
    place: { field },
    text: definition[field],
    optional: false,
    operation: (language, value) => ({ op: 'set-survey-text', field, language, value }),
  })
  return [
    ofSurvey('title'),
    ofSurvey('welcome'),
    ...definition.pages.flatMap(page => [
      textOfPage(page, 'title', false),
      textOfPage(page, 'intro', true),
      ...page.questions.flatMap(question => textsOfQuestion(page.id, question)),
    ]),
    ofSurvey('thanks'),
  ]
}

function textOfPage(page: Page, field: 'title' | 'intro', optional: boolean): SurveyText {
  return {
    place: { page: page.id, field },
    text: page[field] ?? {},
    optional,
    operation: (language, value) => ({ op: 'set-page-text', page: page.id, field, language, value }),
  }
}

/** The texts of one question: its own, then those of its parts. */
export function textsOfQuestion(page: string, question: Question): SurveyText[] {
  const own = QUESTION_TEXTS.flatMap((field): SurveyText[] => {
    const need = needOfText(question.kind, field)
    if (!need) return []
    return [
      {
        place: { page, question: question.id, field },
        text: questionText(question, field) ?? {},
        optional: need === 'optional',
        operation: (language, value) => ({
          op: 'set-question-text',
          question: question.id,
          field,
          language,
          value,
        }),
      },
    ]
  })
  const parts = partsOf(question)?.parts ?? []
  return [
    ...own,
    ...parts.map(
      ({ id: part, text }): SurveyText => ({
        place: { page, question: question.id, part, field: 'text' },
        text,
        optional: false,
        operation: (language, value) => ({
          op: 'set-part-text',
          question: question.id,
          part,
          language,
          value,
        }),
      }),
    ),
  ]
}
