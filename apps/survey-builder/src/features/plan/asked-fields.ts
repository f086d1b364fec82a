import type { Language } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { PersonalField } from '@sixfold/domain/survey/personal-fields'
import { personalFields } from '@sixfold/domain/survey/personal-fields'

/** A personal field as its survey asks for it. */
export interface AskedField extends PersonalField {
  /** `5.3` */
  number: string
  /** Of the question, in the reader's language where it has one. */
  text: string
}

/** Everything personal that a survey asks for, with where it stands. */
export function askedFields(definition: SurveyDefinition, screens: Language): AskedField[] {
  const places = new Map(
    definition.pages.flatMap((page, pageAt) =>
      page.questions.map((question, at) => [
        question.id,
        {
          number: `${pageAt + 1}.${at + 1}`,
          text: textIn(question.text, screens, definition.defaultLanguage),
        },
      ]),
    ),
  )
  return personalFields(definition).map(field => ({
    ...field,
    ...(places.get(field.question) ?? { number: '', text: '' }),
  }))
}
