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

/** By fact; one that is not on record is absent. */
export type KnownFacts = Readonly<Partial<Record<KnownFact, string>>>

/** What a test looks at: an answer (of one row or item of it, where the question has a list of values), or a known fact. */
export type TestSubject = { question: string; part?: string } | { fact: KnownFact }

/**
 * One test. `is` and `is-not` compare with any of `values`; `includes` looks into a list of chosen options; the order tests
 * compare numbers and days with the first of `values`; `answered` and `blank` take no values.
 * A test of a question that was not answered fails, save `blank` and `is-not`; "not applicable" is an answer, and has no order.
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
