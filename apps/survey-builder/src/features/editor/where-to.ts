import type { Language } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { FindingPlace } from '@sixfold/domain/survey/review/finding'
import { placeOf } from '@sixfold/domain/survey/undo'
import { fieldId, partFieldId, settingId } from './editor-context.ts'
import type { SelectionAddress } from './selection.ts'

/** Where a finding is mended. */
export interface Destination {
  address: SelectionAddress
  /** The id of the field in which the keyboard goes on; undefined: what is selected is enough. */
  field?: string
  /** The survey language that shows it. */
  language?: Language
}

/** The tab of the inspector that holds conditions and rules. */
const LOGIC = 'logic'
const RULES: readonly string[] = ['showIf', 'requireIf', 'jumps']

/**
 * The selection that shows what a finding is about, and the field in which it is mended.
 *
 * @example whereTo({ question: 'q1', field: 'text', language: 'vi' }, survey) // { address: { question: 'q1' }, field: 'field-text-vi', language: 'vi' }
 */
export function whereTo(place: FindingPlace, survey: SurveyDefinition): Destination {
  const { page, question, language, field, setting, factor } = place
  const shown = language === undefined ? {} : { language }
  if (setting !== undefined && RULES.includes(setting))
    return { address: { ...(question === undefined ? { page } : { question }), tab: LOGIC } }
  if (question !== undefined)
    return { address: { question }, field: fieldOfQuestion(question, place, survey), ...shown }
  if (page !== undefined)
    return {
      address: { page },
      field: language === undefined ? fieldId('canvas', page) : fieldId(field ?? 'title', language),
      ...shown,
    }
  if (field !== undefined)
    return {
      address: { part: field === 'thanks' ? 'thanks' : 'welcome' },
      ...(language === undefined ? {} : { field: fieldId(field, language), language }),
    }
  const ofFactor = factor === undefined ? undefined : survey.pages.find(one => one.factor === factor)
  const about = (ofFactor ?? survey.pages[0])?.id
  return about === undefined
    ? { address: { part: 'welcome' } }
    : { address: { page: about }, field: fieldId('canvas', about) }
}

function fieldOfQuestion(
  question: string,
  { part, language, field, setting, factor }: FindingPlace,
  survey: SurveyDefinition,
): string {
  if (setting !== undefined) return settingId(setting)
  if (part !== undefined) {
    // What a field of contact details is for stands beside its box in the inspector, other parts in the canvas.
    const kind = placeOf(survey, question)?.question.kind
    return kind === 'contact-details'
      ? fieldId(`part-${part}`, language ?? survey.defaultLanguage)
      : partFieldId(question, part)
  }
  if (language !== undefined) return fieldId(field ?? 'text', language)
  if (factor !== undefined) return fieldId('factor')
  return field === 'other' || field === 'none' ? settingId(field) : fieldId('canvas', question)
}
