import type { Language } from '../../local-text.ts'
import type { LogicFindingCode } from '../logic/finding.ts'
import type { QuestionFaultCode } from '../question-faults.ts'
import type { QuestionText } from '../settings.ts'
import type { WordingCode } from '../wording/judge.ts'

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
  /** Of the page's jumps, from 0. */
  jump?: number
  /** Of the condition's tests, from 0. */
  test?: number
}

/** `stops`: the survey cannot be published. `advises`: it can, but a customer would feel it. */
export type FindingSeverity = 'stops' | 'advises'

export type FindingCode =
  | StructureCode
  | QuestionFaultCode
  | FactorCode
  | LogicFindingCode
  | TranslationCode
  | WordingCode
  | ScaleCode
  | OptionsCode
  | BurdenCode
  | PersonalCode

export type StructureCode = 'no_questions' | 'duplicate_question' | 'duplicate_page' | 'empty_page'

export type FactorCode =
  | 'wrong_factor_count'
  | 'factor_without_question'
  | 'unknown_factor'
  | 'unknown_attribute'
  | 'second_overall_question'

/** `translation_behind`: the text was reworded since the latest version, its translation was not. */
export type TranslationCode = 'missing_translation' | 'translation_behind'

export type ScaleCode = 'unbalanced_scale' | 'no_not_applicable'

export type OptionsCode = 'no_other' | 'no_none' | 'long_list' | 'overlapping_ranges' | 'order_effect'

/** What a survey asks of a customer's time and patience. */
export type BurdenCode = 'over_budget' | 'too_many_open' | 'too_many_required'

/**
 * `personal_without_use`: neither the question nor the plan says what it is for. `personal_use_unsaid`: the plan does, the customer
 * is not told. `personal_in_free_text`: asked for in words that nothing protects. `already_known`: the record holds it.
 * `purpose_unstated`: nobody has said what the survey is for, so customers are told in general only.
 */
export type PersonalCode =
  | 'personal_without_use'
  | 'personal_use_unsaid'
  | 'personal_in_free_text'
  | 'already_known'
  | 'purpose_unstated'

export interface Finding {
  code: FindingCode
  severity: FindingSeverity
  place: FindingPlace
  /** What the explanation names: the words at issue, a count, a limit. */
  detail?: Readonly<Record<string, string | number>>
  /** The text that was judged. A finding that was kept on purpose comes back once its text is another one. */
  judged?: string
}
