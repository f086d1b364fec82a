/** What is known of a respondent before anything is asked, and may decide what is asked. */
export const KNOWN_FACTS = [
  'contact.name',
  'contact.role',
  'contact.seniority',
  'contact.language',
  'account.name',
  'account.kind',
  'account.region',
  'account.segment',
  'account.country',
] as const
export type KnownFact = (typeof KNOWN_FACTS)[number]

/** Facts with a closed list of values. */
export const FACT_VALUES = {
  'contact.seniority': ['executive', 'other'],
  'account.kind': ['existing', 'prospect', 'former'],
} as const satisfies Partial<Record<KnownFact, readonly string[]>>

/**
 * By fact; one that is not on record is absent. A region by its id, a country as `VN` (ISO 3166), a language as `vi` (BCP 47),
 * name, role and segment as they are written.
 */
export type KnownFacts = Readonly<Partial<Record<KnownFact, string>>>

/**
 * What a test looks at: an answer, or a known fact. `part` names the row, item or field of an answer that holds several
 * values (a grid's `row:importance` too); a ranked option's value is its place, 1 for the best.
 */
export type TestSubject = { question: string; part?: string } | { fact: KnownFact }

/**
 * `is`: the one value, or the only chosen option, is among `values`; `includes`: a chosen option is among them;
 * `at-most`, `at-least`: compares numbers, or days, with the first of `values`; `answered` takes no values.
 * `is-not`, `includes-not` and `blank` are their exact opposites, so they hold where nothing was answered; all others fail there.
 * "Not applicable" is an answer, and has no order. "Other" is compared without its words, and words without case.
 */
export type TestKind =
  | 'is'
  | 'is-not'
  | 'includes'
  | 'includes-not'
  | 'at-most'
  | 'at-least'
  | 'answered'
  | 'blank'

export interface Test {
  subject: TestSubject
  is: TestKind
  values: readonly (number | string)[]
}

/** Tests joined by "and" or by "or". Without any test it holds. */
export interface Condition {
  join: 'all' | 'any'
  tests: readonly Test[]
}

/** Where a page leads when `when` holds: to a later page, or to the end of the questionnaire. The first that holds counts. */
export interface Jump {
  when: Condition
  to: { page: string } | 'end'
}
