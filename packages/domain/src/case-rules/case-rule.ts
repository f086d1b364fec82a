import type { Severity } from '../cases/case-kinds.ts'
import { SEVERITIES } from '../cases/case-kinds.ts'
import { segmentKey } from '../customers/segment-key.ts'
import { EVERYBODY } from '../scoreboard.ts'
import type { SurveyKind } from '../survey/kind.ts'
import type { Seniority } from '../survey/plan.ts'

/**
 * What sets a rule off. `score`: an answer; `bounce`: mail to a contact comes back for good; `silence`: everybody at an
 * account was asked and reminded, and nobody answered.
 */
export const RULE_TRIGGERS = ['score', 'bounce', 'silence'] as const
export type RuleTrigger = (typeof RULE_TRIGGERS)[number]

/** Satisfied and better is no complaint: a rule looks at the points below. */
export const HIGHEST_RULE_SCORE = 3

/** When a case is opened by itself. An empty list leaves nothing out. */
export interface RuleTerms {
  trigger: RuleTrigger
  /** Of a score: keys of factors; the worst of those that were rated decides. */
  factors: readonly string[]
  /** Of a score: from 1, very dissatisfied, to this, inclusive. */
  atMost: number
  /** Keys of segments, as `segmentKey` makes them. */
  segments: readonly string[]
  regionIds: readonly string[]
  /** Of people at the account; `''` is somebody whose seniority is unknown. Of a silence it asks nothing. */
  seniorities: readonly (Seniority | '')[]
  /** Of the account, a year; null: whatever it is, also unknown. */
  revenueFrom: number | null
  severity: Severity
}

/** What a rule looks at in an answer, before anybody is looked up. */
export interface HeardScores {
  kind: SurveyKind
  /** Among whose answers it counts, as the scoreboard knows them. */
  people: string
  /** Points from 1 to 5 by factor; factors that were not rated are left out. */
  scores: ReadonlyMap<string, number>
  /** As the response carries them, such as `region:south`, `segment:enterprise`. */
  segments: readonly string[]
}

/** What a rule looks at in a customer. */
export interface JudgedCustomer {
  /** Null: about a whole account. */
  seniority: Seniority | '' | null
  revenue: number | null
}

/** The score that a rule found. */
export interface FoundScore {
  factor: string
  score: number
}

/**
 * Whether an answer may ever become a case about a person: not that of a blind survey, and not one that came by an open
 * link, for nobody said whose it is (law 6).
 *
 * @example mayBecomeCase({ kind: 'blind', people: 'all' }) // false
 */
export function mayBecomeCase({ kind, people }: Pick<HeardScores, 'kind' | 'people'>): boolean {
  return kind !== 'blind' && people === EVERYBODY
}

/**
 * The worst score that a rule is about; null: none. It says nothing yet about who gave it: see {@link fitsCustomer}.
 *
 * @example lowScore({ ...rule, factors: [], atMost: 2 }, heard) // { factor: 'delivery', score: 1 }
 */
export function lowScore(rule: RuleTerms, heard: HeardScores): FoundScore | null {
  if (rule.trigger !== 'score' || !mayBecomeCase(heard)) return null
  if (!inPlaces(rule, heard.segments)) return null
  let worst: FoundScore | null = null
  for (const [factor, score] of heard.scores) {
    if (score > rule.atMost || (rule.factors.length > 0 && !rule.factors.includes(factor))) continue
    if (worst === null || score < worst.score) worst = { factor, score }
  }
  return worst
}

/** Whether a rule is about a region and a segment, each written as a response carries it. */
export function inPlaces({ regionIds, segments }: RuleTerms, places: readonly string[]): boolean {
  const isAny = (wanted: readonly string[], of: string) =>
    wanted.length === 0 || wanted.some(one => places.includes(`${of}:${one}`))
  return isAny(regionIds, 'region') && isAny(segments, 'segment')
}

/**
 * Where an account is, as a rule looks at it.
 *
 * @example placesOf({ regionId: 'r1', segment: 'Enterprise' }) // ['region:r1', 'segment:enterprise']
 */
export function placesOf({ regionId, segment }: { regionId: string; segment: string }): string[] {
  const key = segmentKey(segment)
  return [`region:${regionId}`, ...(key ? [`segment:${key}`] : [])]
}

/**
 * Whether a rule is about this customer. Unknown revenue is no revenue.
 *
 * @example fitsCustomer({ ...rule, revenueFrom: 1e9 }, { seniority: 'executive', revenue: null }) // false
 */
export function fitsCustomer(
  { seniorities, revenueFrom }: RuleTerms,
  { seniority, revenue }: JudgedCustomer,
): boolean {
  const isSenior = seniorities.length === 0 || seniority === null || seniorities.includes(seniority)
  return isSenior && (revenueFrom === null || (revenue ?? 0) >= revenueFrom)
}

/** Rules in the order in which they decide: one event opens one case, by the most severe rule, then the oldest. */
export function inRuleOrder<Rule extends { terms: Pick<RuleTerms, 'severity'>; createdAt: Date }>(
  rules: readonly Rule[],
): Rule[] {
  return rules.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.terms.severity) - SEVERITIES.indexOf(b.terms.severity) ||
      a.createdAt.getTime() - b.createdAt.getTime(),
  )
}
