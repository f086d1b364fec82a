import type { Language, LocalText } from '../../local-text.ts'
import { missingLanguages } from '../../local-text.ts'
import type { SurveyDefinition } from '../definition.ts'
import type { SurveyText, TextPlace } from '../texts.ts'
import { textsOf } from '../texts.ts'
import type { Finding } from './finding.ts'

/**
 * Languages of the survey in which a text is missing. One that may be absent is, once it is written, written in every language;
 * words left behind in a language that was taken out do not count.
 */
export function gapFindings(
  { text, optional, place }: SurveyText,
  languages: readonly Language[],
): Finding[] {
  if (optional && !languages.some(language => text[language]?.trim())) return []
  return missingLanguages(text, languages).map(language => ({
    code: 'missing_translation',
    severity: 'stops',
    place: { ...place, language },
  }))
}

/** The texts of the latest version by place, so that a draft can be held against them. */
export type EarlierTexts = ReadonlyMap<string, LocalText>

export function earlierTexts(published: SurveyDefinition): EarlierTexts {
  return new Map(textsOf(published).map(({ place, text }) => [keyOf(place), text]))
}

/** A translation that still says what the latest version said, though the text it translates was reworded. */
export function behindFindings(
  { text, place }: SurveyText,
  earlier: EarlierTexts,
  { languages, defaultLanguage }: Pick<SurveyDefinition, 'languages' | 'defaultLanguage'>,
): Finding[] {
  const before = earlier.get(keyOf(place))
  const source = text[defaultLanguage]?.trim()
  const sourceBefore = before?.[defaultLanguage]?.trim()
  if (!before || !source || !sourceBefore || source === sourceBefore) return []
  return languages
    .filter(language => language !== defaultLanguage && text[language]?.trim())
    .filter(language => text[language]?.trim() === before[language]?.trim())
    .map(language => ({
      code: 'translation_behind',
      severity: 'advises',
      place: { ...place, language },
      detail: { before: sourceBefore },
      judged: `${source}\n${text[language]}`,
    }))
}

/** A question keeps its texts when it moves to another page. */
function keyOf({ page, question, part, field }: TextPlace): string {
  return question === undefined ? `${page ?? ''}/${field}` : `${question}:${part ?? ''}/${field}`
}
