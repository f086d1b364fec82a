import type { Finding, FindingPlace } from '../review/finding.ts'

/** Which rule of a page or question. */
export type Rule = 'showIf' | 'requireIf' | 'jumps'

/** Where a fault of the logic stands: the rule, down to its test, or the text. */
export interface LogicPlace extends FindingPlace {
  setting?: Rule
  /** Of the page's jumps, from 0. */
  jump?: number
  /** Of the condition's tests, from 0. */
  test?: number
}

export type ConditionFindingCode =
  /** It looks at a question that is not there. */
  | 'unknown_question'
  /** It looks at a row, item or field that is not there. */
  | 'unknown_part'
  /** It looks at its own answer, which is not given yet. */
  | 'own_answer'
  /** Two rules wait for each other. */
  | 'circle'
  /** It looks at what is asked later. */
  | 'later_question'
  /** The answer has no such order, list or single value. */
  | 'unfit_test'
  /** The sentence has no value yet. */
  | 'no_value'
  /** The value is none of the question's options. */
  | 'unknown_value'
  /** No answer can be so. */
  | 'impossible_value'
  /** Its tests exclude each other. */
  | 'contradiction'

export type WayFindingCode =
  | 'unknown_page'
  | 'backward_jump'
  /** It never holds, or an earlier rule of the page always does. */
  | 'idle_jump'
  | 'unreachable_page'
  | 'unreachable_question'

export type PipeFindingCode =
  /** It names nothing that there is. */
  | 'pipe_unknown'
  /** It names what is asked later. */
  | 'pipe_later'
  /** What it names has no words to put in. */
  | 'pipe_without_words'
  | 'pipe_without_fallback'

export type LogicFindingCode = ConditionFindingCode | WayFindingCode | PipeFindingCode

/** One fault of a survey's logic. `detail` names what it is about, by id: a question, part, value or page. */
export interface LogicFinding extends Pick<Finding, 'severity'> {
  code: LogicFindingCode
  place: LogicPlace
  detail?: Readonly<Partial<Record<'question' | 'part' | 'value' | 'page' | 'written', string>>>
}
