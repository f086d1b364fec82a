import type { UiLanguage } from '@sixfold/contract/words'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { ContactField } from '@sixfold/domain/survey/question'
import { placeOf } from '@sixfold/domain/survey/undo'
import { answerWords } from '@sixfold/ui/words/answers'
import type { SayLanguages } from '../../words/languages.ts'
import { textWords } from '../../words/texts.ts'
import type { TextRow } from './text-rows.ts'

/** Which text a row is about: "Page title", "Question 5.3", "5.3: option 2". */
export function rowLabel(
  { place, number, at }: Pick<TextRow, 'place' | 'number' | 'at'>,
  definition: SurveyDefinition,
  { say, screens }: { say: SayLanguages; screens: UiLanguage },
): string {
  const { question, part, field } = place
  if (part !== undefined && question !== undefined) {
    const kind = placeOf(definition, question)?.question.kind
    if (kind === 'contact-details')
      return say('field', { number, field: answerWords(screens)(`contact.${part as ContactField}`) })
    return say(kind === 'grid' ? 'row' : 'option', { number, at })
  }
  switch (field) {
    case 'title':
      return say(place.page === undefined ? 'surveyTitle' : 'pageTitle')
    case 'intro':
      return say('pageIntro')
    case 'welcome':
    case 'thanks':
      return say(field)
    case 'text':
      return say('questionText', { number })
    default:
      return say('questionPart', { number, field: textWords(screens)(field) })
  }
}
