import type { Language, LocalText } from '../local-text.ts'

/** What a question measures: a factor of the survey's model, and one attribute of it or the factor as a whole (null). */
export interface FactorReference {
  factor: string
  attribute: string | null
}

interface QuestionBase {
  /** Stable over versions: a reworded question keeps its id (law 1). */
  id: string
  text: LocalText
  help?: LocalText
  required: boolean
  measures?: FactorReference
}

/** Five points from very dissatisfied (1) to very satisfied (5), and "not applicable" where offered. */
export interface SatisfactionQuestion extends QuestionBase {
  kind: 'satisfaction'
  offerNotApplicable: boolean
}

/** "How likely are you to recommend us", 0 to 10. */
export interface RecommendQuestion extends QuestionBase {
  kind: 'nps'
}

export interface TextQuestion extends QuestionBase {
  kind: 'text'
  long: boolean
  /** In characters. */
  maxLength: number
}

export type Question = SatisfactionQuestion | RecommendQuestion | TextQuestion
export type QuestionKind = Question['kind']

/** One screen of the questionnaire. */
export interface Page {
  id: string
  title: LocalText
  intro?: LocalText
  /** The factor this page is about; it lends the page its mark. */
  factor?: string
  questions: readonly Question[]
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

/** Whether answers to it are points of the satisfaction scale. */
export function isRated(question: Question): question is SatisfactionQuestion {
  return question.kind === 'satisfaction'
}
