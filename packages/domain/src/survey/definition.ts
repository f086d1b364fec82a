import type { Language, LocalText } from '../local-text.ts'
import type { Condition, Jump } from './logic/condition.ts'
import type { FactorReference, GridQuestion, GridRow, Question, SatisfactionQuestion } from './question.ts'

/** One screen of the questionnaire. */
export interface Page {
  id: string
  title: LocalText
  intro?: LocalText
  /** The factor this page is about; it lends the page its mark. */
  factor?: string
  questions: readonly Question[]
  /** Passed over unless this holds; without it, always asked. */
  showIf?: Condition
  /** Where to go on after this page, instead of the next one. */
  jumps?: readonly Jump[]
}

/** What a survey asks: the editable draft and the frozen version have the same shape. */
export interface SurveyDefinition {
  title: LocalText
  languages: readonly Language[]
  defaultLanguage: Language
  factorModel: { key: string; version: number }
  welcome: LocalText
  thanks: LocalText
  pages: readonly Page[]
}

/** All questions in the order in which a customer meets them. */
export function questionsOf(definition: SurveyDefinition): Question[] {
  return definition.pages.flatMap(page => page.questions)
}

/** One thing that is rated on the satisfaction scale: a question, or one row of a grid. */
export interface RatedItem {
  question: SatisfactionQuestion | GridQuestion
  row: GridRow | null
  measures: FactorReference | undefined
  /** Names it among all counts: the question's id, and the row's after a colon. */
  key: string
}

/** Everything that is rated on the satisfaction scale, in the order in which a customer meets it. */
export function ratedItems(definition: SurveyDefinition): RatedItem[] {
  return questionsOf(definition).flatMap((question): RatedItem[] => {
    if (question.kind === 'satisfaction')
      return [{ question, row: null, measures: question.measures, key: question.id }]
    if (question.kind !== 'grid') return []
    return question.rows.map(row => ({
      question,
      row,
      measures: row.measures,
      key: partKey(question.id, row.id),
    }))
  })
}

/**
 * The name of one part of a question among counts and columns; ids hold no colon.
 *
 * @example partKey('q1', 'on-time') // 'q1:on-time'
 */
export function partKey(question: string, part: string): string {
  return `${question}:${part}`
}
