import type { Language, LocalText } from '@sixfold/domain/local-text'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { PersonalField } from '@sixfold/domain/survey/personal-fields'
import { personalFields } from '@sixfold/domain/survey/personal-fields'

/** A personal field as its survey asks for it. */
export interface AskedField extends PersonalField {
  /** `5.3` */
  number: string
  /** Of the question, in the reader's language where it has one. */
  text: string
  /** What customers are told that it is for; '' when they are told nothing. */
  said: string
}

/** Everything personal that a survey asks for, with where it stands. */
export function askedFields(definition: SurveyDefinition, screens: Language): AskedField[] {
  const places = new Map(
    definition.pages.flatMap((page, pageAt) =>
      page.questions.map((question, at) => [question.id, { number: `${pageAt + 1}.${at + 1}`, question }]),
    ),
  )
  const read = (text: LocalText | undefined) => textIn(text, screens, definition.defaultLanguage)
  return personalFields(definition).map(field => {
    const place = places.get(field.question)
    const part = place && partsOf(place.question)?.parts.find(({ id }) => id === field.field)
    return { ...field, number: place?.number ?? '', text: read(place?.question.text), said: read(part?.text) }
  })
}
