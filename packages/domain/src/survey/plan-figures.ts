import { requireThat, requireWhole } from '../checks.ts'
import { invitationsNeeded, marginOfError, sampleSize } from '../statistics/sample-size.ts'
import type { CollectionPlan, Seniority } from './plan.ts'
import { plannedRate, SENIORITIES } from './plan.ts'

/** What comes of asking so many people. */
export interface Yield {
  /** Everybody who is invited. */
  invited: number
  /** Expected, rounded to whole answers. */
  answers: number
  /** Expected answers by invitation, 0 to 1. */
  responseRate: number
  /** Of a percentage near 50, 0 to 1; null without a single answer. */
  marginOfError: number | null
}

export interface PlanFigures extends Yield {
  /** Answers for the margin that is wanted, and invitations for those answers; both at most everybody. */
  needed: { answers: number; invitations: number }
  enough: boolean
  cost: Cost
  /** Whether the cost stays within what it may be; null: no limit was set. */
  within: { hours: boolean | null; money: boolean | null }
}

export interface Cost {
  /** Of staff. */
  hours: number
  money: number
  /** Money for each expected answer; null without any. */
  perAnswer: number | null
  /** Of customers' time, in hours, when everybody who is expected answers. */
  customerHours: number
}

/**
 * What a plan will bring and what it will cost.
 *
 * Answers: people × response rate, summed over seniorities. Margin: that of a proportion of one half, with the finite-population
 * correction, times the root of the design effect. Money: hours × rate + invitations × price + everything else.
 *
 * @throws RangeError for counts that are not whole, rates outside (0, 1], a design effect below 1, costs below 0.
 * @see Cochran, Sampling Techniques, sections 3.2 and 4.4; Kish, Survey Sampling, section 8.2
 * @example planFigures({ ...blankPlan('VND'), groups: { ...groups, specialist: { people: 1000, responseRate: 0.4 } } }).answers // 400
 */
export function planFigures(plan: CollectionPlan): PlanFigures {
  const people = Object.fromEntries(
    SENIORITIES.map(seniority => [seniority, plan.groups[seniority].people]),
  ) as Record<Seniority, number>
  const comes = yieldOf(plan, people)
  const needed = neededFor(plan, comes)
  const cost = costOf(plan, comes)
  const { hours, money } = plan.budget
  return {
    ...comes,
    needed,
    enough: comes.invited > 0 && comes.answers >= needed.answers,
    cost,
    within: {
      hours: hours === null ? null : cost.hours <= hours,
      money: money === null ? null : cost.money <= money,
    },
  }
}

/**
 * What comes of asking these people, at the rates that the plan expects.
 *
 * @example yieldOf(plan, { executive: 10, manager: 0, specialist: 100 }).answers // 42, at the usual rates
 */
export function yieldOf(
  plan: Pick<CollectionPlan, 'groups' | 'confidence' | 'designEffect'>,
  people: Readonly<Record<Seniority, number>>,
): Yield {
  let invited = 0
  let exact = 0
  for (const seniority of SENIORITIES) {
    const rate = plannedRate(plan, seniority)
    requireWhole(`people (${seniority})`, people[seniority])
    requireThat(rate > 0 && rate <= 1, `a response rate must be above 0 and at most 1, not ${rate}`)
    invited += people[seniority]
    exact += people[seniority] * rate
  }
  const answers = Math.round(exact)
  return {
    invited,
    answers,
    responseRate: invited === 0 ? 0 : exact / invited,
    marginOfError: answers === 0 ? null : margin(plan, answers, invited),
  }
}

/**
 * People of whom only is known whether they are executives, as the plan would have them: the others as managers and specialists
 * stand to each other in it, and half of each where it has none.
 *
 * @example asPlanned(plan, { executives: 5, others: 100 }) // { executive: 5, manager: 20, specialist: 80 }
 */
export function asPlanned(
  { groups }: Pick<CollectionPlan, 'groups'>,
  { executives, others }: { executives: number; others: number },
): Record<Seniority, number> {
  const planned = groups.manager.people + groups.specialist.people
  const share = planned === 0 ? 0.5 : groups.manager.people / planned
  const manager = Math.round(others * share)
  return { executive: executives, manager, specialist: others - manager }
}

/**
 * What it costs to ask so many.
 *
 * @example costOf({ costs: { hours: 10, hourlyRate: 20, perInvitation: 1, other: 50 }, minutes: 6 }, { invited: 100, answers: 50 }).money // 350
 */
export function costOf(
  { costs, minutes }: Pick<CollectionPlan, 'costs' | 'minutes'>,
  { invited, answers }: Pick<Yield, 'invited' | 'answers'>,
): Cost {
  for (const [name, value] of Object.entries(costs))
    requireThat(value >= 0 && Number.isFinite(value), `${name} must not be negative: ${value}`)
  const money = costs.hours * costs.hourlyRate + invited * costs.perInvitation + costs.other
  return {
    hours: costs.hours,
    money,
    perAnswer: answers === 0 ? null : money / answers,
    customerHours: (answers * minutes) / 60,
  }
}

function margin(
  { confidence, designEffect }: Pick<CollectionPlan, 'confidence' | 'designEffect'>,
  sample: number,
  population: number,
): number {
  requireThat(
    designEffect >= 1 && Number.isFinite(designEffect),
    `designEffect must be at least 1: ${designEffect}`,
  )
  return Math.min(1, marginOfError({ sample, population, confidence }) * Math.sqrt(designEffect))
}

function neededFor(plan: CollectionPlan, { invited, responseRate }: Yield): PlanFigures['needed'] {
  if (invited === 0) return { answers: 0, invitations: 0 }
  const { marginOfError: wanted, confidence, designEffect } = plan
  // The whole of them gives no margin at all, so a design effect never asks for more than everybody.
  const responses = sampleSize({
    population: invited,
    marginOfError: wanted / Math.sqrt(designEffect),
    confidence,
  })
  return {
    answers: responses,
    invitations: invitationsNeeded({ responses, responseRate, population: invited }),
  }
}
