import type { FactorModel } from '../../factor-model.ts'
import type { SurveyOperation } from '../operation.ts'
import type { PersonalUse } from '../personal-fields.ts'

/** What a remedy does, in a word; screens say it. */
export type RemedyKind =
  | 'split'
  | 'drop_words'
  | 'offer_not_applicable'
  | 'add_other'
  | 'add_none'
  | 'shuffle'
  | 'make_optional'
  | 'ask_overall'
  | 'leave_out_factor'
  | 'remove_page'
  | 'remove_question'
  | 'as_contact_details'
  | 'say_use'

export interface Remedy {
  kind: RemedyKind
  /** Applied in this order, and undone together. */
  operations: readonly SurveyOperation[]
}

export interface RemedyCircumstances {
  model: FactorModel
  uses?: readonly PersonalUse[]
  /** Makes an id that nothing in any survey has. */
  newId: (of: 'question' | 'part') => string
}
