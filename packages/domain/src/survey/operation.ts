import type { Language } from '../local-text.ts'
import type { Page } from './definition.ts'
import type { Condition, Jump } from './logic/condition.ts'
import type { AnyPart } from './parts.ts'
import type { FactorReference, Question } from './question.ts'
import type { QuestionText, SettingName, SettingValue } from './settings.ts'

/** Sets one setting of a question; null takes out one that the kind may be without. */
export type SetSetting = {
  [Name in SettingName]: {
    op: 'set-setting'
    question: string
    setting: Name
    value: SettingValue<Name> | null
  }
}[SettingName]

/** What a part of a question may have beside its text. */
export interface PartSettings {
  exclusive: true
  picture: string
  measures: FactorReference
}

/** Sets one setting of a part; null takes it out. */
export type SetPartSetting = {
  [Name in keyof PartSettings]: {
    op: 'set-part-setting'
    question: string
    part: string
    setting: Name
    value: PartSettings[Name] | null
  }
}[keyof PartSettings]

export interface PageSettings {
  factor: string
  showIf: Condition
  jumps: readonly Jump[]
}

/** Sets one setting of a page; null takes it out. */
export type SetPageSetting = {
  [Name in keyof PageSettings]: {
    op: 'set-page-setting'
    page: string
    setting: Name
    value: PageSettings[Name] | null
  }
}[keyof PageSettings]

/** One small change of a draft. A save is a list of these against a revision, so that two people's changes can be told apart. */
export type SurveyOperation =
  | { op: 'set-survey-text'; field: 'title' | 'welcome' | 'thanks'; language: Language; value: string }
  | { op: 'set-languages'; languages: readonly Language[]; defaultLanguage: Language }
  | { op: 'set-factor-model'; key: string; version: number }
  | { op: 'set-page-text'; page: string; field: 'title' | 'intro'; language: Language; value: string }
  | SetPageSetting
  | { op: 'add-page'; index: number; page: Page }
  | { op: 'move-page'; page: string; index: number }
  | { op: 'remove-page'; page: string }
  | { op: 'set-question-text'; question: string; field: QuestionText; language: Language; value: string }
  | { op: 'set-required'; question: string; required: boolean }
  | { op: 'set-measures'; question: string; measures: FactorReference | null }
  | SetSetting
  | { op: 'add-question'; page: string; index: number; question: Question }
  | { op: 'move-question'; question: string; page: string; index: number }
  | { op: 'replace-question'; question: Question }
  | { op: 'remove-question'; question: string }
  | { op: 'set-part-text'; question: string; part: string; language: Language; value: string }
  | SetPartSetting
  | { op: 'add-part'; question: string; index: number; part: AnyPart }
  | { op: 'move-part'; question: string; part: string; index: number }
  | { op: 'remove-part'; question: string; part: string }

export type OperationName = SurveyOperation['op']

/** The operation of one name, such as `Operation<'add-page'>`. */
export type Operation<Name extends OperationName> = Extract<SurveyOperation, { op: Name }>

/** Operations that change one question where it stands. */
export type QuestionOperation = Operation<
  'set-question-text' | 'set-required' | 'set-measures' | 'set-setting' | PartOperation['op']
>

/** Operations that change the list of one question. */
export type PartOperation = Operation<
  'set-part-text' | 'set-part-setting' | 'add-part' | 'move-part' | 'remove-part'
>

/** `wrong_kind`: the kind has no such text, setting or list. `wrong_value`: it cannot be without, or not be this. */
export type EditRefusal =
  | 'unknown_page'
  | 'unknown_question'
  | 'unknown_part'
  | 'unknown_language'
  | 'duplicate_page'
  | 'duplicate_question'
  | 'duplicate_part'
  | 'wrong_kind'
  | 'wrong_value'
  | 'too_many'
