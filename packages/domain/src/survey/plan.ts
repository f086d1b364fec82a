import type { PersonalUse } from './personal-fields.ts'

/** How high up somebody is who is asked: the higher, the harder to reach. */
export const SENIORITIES = ['executive', 'manager', 'specialist'] as const
export type Seniority = (typeof SENIORITIES)[number]

/**
 * What part of those asked usually answers, for a plan that knows no better. Published means are 32 % for executives (no technique
 * raised it, and it falls over the years), 36 % for those who answer for an organisation and 53 % for individuals, all mostly by
 * letter; the web gets 12 points less. What remains is rounded down to 5 points, and for executives once more. A house that has
 * run a few waves puts its own rates in the place of these.
 *
 * @see Cycyota and Harrison, Organizational Research Methods 9 (2006) 133–160; Baruch and Holtom, Human Relations 61 (2008)
 * 1139–1160; Daikeler, Bošnjak and Lozar Manfreda, Journal of Survey Statistics and Methodology 8 (2020) 513–539
 */
export const USUAL_RESPONSE_RATES: Readonly<Record<Seniority, number>> = {
  executive: 0.15,
  manager: 0.2,
  specialist: 0.4,
}

/** People of one seniority who could be asked. */
export interface PlannedGroup {
  people: number
  /** Expected, above 0 and at most 1; null: the usual one. */
  responseRate: number | null
}

export const CONFIDENCES = [0.8, 0.9, 0.95] as const
export type PlanConfidence = (typeof CONFIDENCES)[number]

/** What marketing states before it asks: why, whom, how much, at what price, and what becomes of what is personal. */
export interface CollectionPlan {
  /** The decision that the answers are for. */
  purpose: string
  /** What is known already, so that it is not asked again. */
  known: string
  groups: Readonly<Record<Seniority, PlannedGroup>>
  /** How exact a percentage must be: 0.05 is ± 5 points, at this confidence. */
  marginOfError: number
  confidence: PlanConfidence
  /** How much wider the margin's square is because answers of one company are alike; 1 when they are not. */
  designEffect: number
  /** How long the survey may take a customer. */
  minutes: number
  /** Money is in this currency (ISO 4217). */
  currency: string
  /** Hours of staff in all, what an hour costs, what each invitation costs beside, and everything else. */
  costs: { hours: number; hourlyRate: number; perInvitation: number; other: number }
  /** What it may cost; null: no limit was set. */
  budget: { hours: number | null; money: number | null }
  uses: readonly PersonalUse[]
}

/**
 * A plan to begin with: nothing is stated yet, ± 5 points at 95 % are wanted within six minutes.
 *
 * @example blankPlan('VND').marginOfError // 0.05
 */
export function blankPlan(currency: string): CollectionPlan {
  const group: PlannedGroup = { people: 0, responseRate: null }
  return {
    purpose: '',
    known: '',
    groups: { executive: group, manager: group, specialist: group },
    marginOfError: 0.05,
    confidence: 0.95,
    designEffect: 1,
    minutes: 6,
    currency,
    costs: { hours: 0, hourlyRate: 0, perInvitation: 0, other: 0 },
    budget: { hours: null, money: null },
    uses: [],
  }
}

/** The response rate that a plan expects of a seniority. */
export function plannedRate(plan: Pick<CollectionPlan, 'groups'>, seniority: Seniority): number {
  return plan.groups[seniority].responseRate ?? USUAL_RESPONSE_RATES[seniority]
}
