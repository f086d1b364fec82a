import type { LocalText } from '../local-text.ts'
import type { EffortVariant } from '../measures.ts'
import type { Condition } from './logic/condition.ts'

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
  /** Asked only when this holds; without it, always. */
  showIf?: Condition
  /** Must be answered when this holds, whatever `required` says. */
  requireIf?: Condition
  /** The entry of the question library that it was made from. */
  libraryEntry?: string
}

/** One entry of a question's list: an option, a row, an item. `id` is stable over versions, as the question's is. */
export interface Part {
  id: string
  text: LocalText
}

/** Where options stand: as written, shuffled for each respondent, or shuffled with the last one left in its place. */
export type PartOrder = 'fixed' | 'random' | 'random-last-fixed'

/** Five points from very dissatisfied (1) to very satisfied (5). */
export interface SatisfactionQuestion extends QuestionBase {
  kind: 'satisfaction'
  offerNotApplicable: boolean
}

/** Five points from strongly disagree (1) to strongly agree (5). */
export interface AgreementQuestion extends QuestionBase {
  kind: 'agreement'
  offerNotApplicable: boolean
}

/** A numbered scale of 2 to 11 points, counted from `first`. `middle` names the midpoint of an odd number of points. */
export interface RatingQuestion extends QuestionBase {
  kind: 'rating'
  points: number
  first: 0 | 1
  low: LocalText
  middle?: LocalText
  high: LocalText
  offerNotApplicable: boolean
}

/** A row of a grid; it measures for itself. */
export interface GridRow extends Part {
  measures?: FactorReference
}

/** Rows on the satisfaction scale; with `importance` each row also asks how important it is (1 not at all, 5 extremely). */
export interface GridQuestion extends QuestionBase {
  kind: 'grid'
  rows: readonly GridRow[]
  importance: boolean
  offerNotApplicable: boolean
}

/** "How likely are you to recommend us", 0 to 10. */
export interface RecommendQuestion extends QuestionBase {
  kind: 'nps'
}

/** Satisfaction with one experience, five points; the score is the share of the top two. */
export interface ExperienceQuestion extends QuestionBase {
  kind: 'csat'
  offerNotApplicable: boolean
}

/** How easy it was. The field has no single definition, so the variant is part of the question. */
export interface EffortQuestion extends QuestionBase {
  kind: 'ces'
  variant: EffortVariant
}

/** `exclusive`: chosen alone, it takes the others out. */
export interface Option extends Part {
  exclusive?: true
}

interface OptionsBase extends QuestionBase {
  options: readonly Option[]
  order: PartOrder
  /** The label of "other", which takes words of one's own; without it, not offered. */
  other?: LocalText
  /** The label of "none of these", which stands alone; without it, not offered. */
  none?: LocalText
}

export interface SingleChoiceQuestion extends OptionsBase {
  kind: 'choice'
}

export interface DropdownQuestion extends OptionsBase {
  kind: 'dropdown'
}

/** `atLeast` and `atMost` count chosen options; "none of these" is exempt. */
export interface MultipleChoiceQuestion extends OptionsBase {
  kind: 'choices'
  atLeast?: number
  atMost?: number
}

/** The best first; with `top`, only so many are ranked. */
export interface RankingQuestion extends QuestionBase {
  kind: 'ranking'
  options: readonly Part[]
  order: PartOrder
  top?: number
}

/** `picture` is the id of a survey picture; the option's text is its description, so nobody depends on seeing it. */
export interface PictureOption extends Part {
  picture: string | null
}

export interface PictureQuestion extends QuestionBase {
  kind: 'picture'
  options: readonly PictureOption[]
  order: PartOrder
  several: boolean
}

/** A number on a line from `min` to `max` in steps of `step`. */
export interface SliderQuestion extends QuestionBase {
  kind: 'slider'
  min: number
  max: number
  step: number
  low: LocalText
  high: LocalText
}

/** Whole points shared among the options, `total` in all. */
export interface SumQuestion extends QuestionBase {
  kind: 'sum'
  options: readonly Part[]
  total: number
}

export interface TextQuestion extends QuestionBase {
  kind: 'text'
  long: boolean
  /** In characters. */
  maxLength: number
}

/** `decimals` is how many digits may follow the point, 0 to 6. */
export interface NumberQuestion extends QuestionBase {
  kind: 'number'
  min?: number
  max?: number
  decimals: number
  unit?: LocalText
}

/** A calendar day, within `earliest` and `latest` (`2026-11-30`) where given. */
export interface DateQuestion extends QuestionBase {
  kind: 'date'
  earliest?: string
  latest?: string
}

export interface YesNoQuestion extends QuestionBase {
  kind: 'yes-no'
  offerNotApplicable: boolean
}

/** A box that is never ticked beforehand. The text is the wording that is consented to; the version keeps it. */
export interface ConsentQuestion extends QuestionBase {
  kind: 'consent'
  /** `quote`: who ticks it lets the own words be quoted. Without it, nothing follows by itself. */
  use?: ConsentUse
}

export const CONSENT_USES = ['quote'] as const
export type ConsentUse = (typeof CONSENT_USES)[number]

export const CONTACT_FIELDS = ['name', 'job-title', 'company', 'email', 'phone'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** `text` states what the field will be used for: no personal data without a purpose. */
export interface ContactFieldPart extends Part {
  id: ContactField
}

export interface ContactDetailsQuestion extends QuestionBase {
  kind: 'contact-details'
  fields: readonly ContactFieldPart[]
}

export const FILE_FAMILIES = ['image', 'pdf', 'document', 'spreadsheet'] as const
export type FileFamily = (typeof FILE_FAMILIES)[number]

/** `maxMegabytes` is for each file. */
export interface UploadQuestion extends QuestionBase {
  kind: 'upload'
  accept: readonly FileFamily[]
  maxFiles: number
  maxMegabytes: number
}

/** Words between questions; nothing to answer. */
export interface StatementQuestion extends QuestionBase {
  kind: 'statement'
}

export type Question =
  | SatisfactionQuestion
  | AgreementQuestion
  | RatingQuestion
  | GridQuestion
  | RecommendQuestion
  | ExperienceQuestion
  | EffortQuestion
  | SingleChoiceQuestion
  | MultipleChoiceQuestion
  | DropdownQuestion
  | RankingQuestion
  | PictureQuestion
  | SliderQuestion
  | SumQuestion
  | TextQuestion
  | NumberQuestion
  | DateQuestion
  | YesNoQuestion
  | ConsentQuestion
  | ContactDetailsQuestion
  | UploadQuestion
  | StatementQuestion

export type QuestionKind = Question['kind']

/** The question of one kind, such as `QuestionOf<'nps'>`. */
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>

/** Every kind, in the order in which they are offered; the record makes a forgotten one a type error. */
const everyKind: Record<QuestionKind, true> = {
  satisfaction: true,
  agreement: true,
  rating: true,
  grid: true,
  nps: true,
  csat: true,
  ces: true,
  choice: true,
  choices: true,
  dropdown: true,
  ranking: true,
  picture: true,
  slider: true,
  sum: true,
  text: true,
  number: true,
  date: true,
  'yes-no': true,
  consent: true,
  'contact-details': true,
  upload: true,
  statement: true,
}

export const QUESTION_KINDS = Object.keys(everyKind) as QuestionKind[]

/** Ids that "other" and "none of these" take among the options of a choice. */
export const OTHER = 'other'
export const NONE = 'none'
