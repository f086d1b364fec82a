import type { Language } from '../../local-text.ts'
import type { QuestionText } from '../settings.ts'

/** Which text of the survey, a page, a question or one of its parts. */
export type FindingField = 'title' | 'welcome' | 'thanks' | 'intro' | QuestionText

/** Where a finding stands, so that a screen can lead there. */
export interface FindingPlace {
  page?: string
  question?: string
  /** An option, a row, an item of the question. */
  part?: string
  language?: Language
  factor?: string
  field?: FindingField
  /** A setting of the question or page, such as `showIf` or `order`. */
  setting?: string
}

/** `stops`: the survey cannot be published. `advises`: it can, but a customer would feel it. */
export type FindingSeverity = 'stops' | 'advises'

export type FindingCode = StructureCode | FactorCode | TranslationCode | CourtesyCode | PersonalCode

export type StructureCode = 'no_questions' | 'duplicate_question' | 'duplicate_page' | 'empty_page'

export type FactorCode =
  | 'wrong_factor_count'
  | 'factor_without_question'
  | 'unknown_factor'
  | 'unknown_attribute'
  | 'second_overall_question'

export type TranslationCode = 'missing_translation' | 'translation_behind'

/** What a customer would feel: wording, answers that are missing or lean to one side, and what it asks of their time. */
export type CourtesyCode =
  | 'double_barrelled'
  | 'leading'
  | 'negated'
  | 'double_negative'
  | 'absolute'
  | 'jargon'
  | 'acronym'
  | 'hard_to_read'
  | 'unbalanced_scale'
  | 'no_not_applicable'
  | 'no_other'
  | 'no_none'
  | 'long_list'
  | 'overlapping_ranges'
  | 'order_effect'
  | 'over_budget'
  | 'too_many_open'
  | 'too_many_required'

export type PersonalCode = 'personal_without_use' | 'personal_in_free_text' | 'already_known'

export interface Finding {
  code: FindingCode
  severity: FindingSeverity
  place: FindingPlace
  /** What the explanation names: the words at issue, a count, a limit. */
  detail?: Readonly<Record<string, string | number>>
  /** The text that was judged. A finding that was kept on purpose comes back once its text is another one. */
  judged?: string
}
