import { requireThat, requireWhole } from '../checks.ts'
import { marginOfError } from '../statistics/sample-size.ts'
import type { CollectionPlan, PlanConfidence, Seniority } from '../survey/plan.ts'
import { blankPlan, plannedRate, SENIORITIES } from '../survey/plan.ts'

/** How many people are asked, by seniority; '' is a contact whose seniority is unknown. */
export type PeopleBySeniority = Readonly<Record<Seniority | '', number>>

export interface Expectation {
  answers: number
  /** Expected answers by invitation, 0 to 1. */
  responseRate: number
  /** Of a percentage near 50, 0 to 1; null without a single answer. */
  marginOfError: number | null
  confidence: PlanConfidence
  designEffect: number
  /** Everybody in the frame: what the margin is corrected for. */
  population: number
}

/**
 * What comes of asking these people out of a frame, at the rates that the collection plan expects, or the usual ones without a plan.
 * Whoever's seniority is unknown is taken as the plan's known others: half manager, half specialist where it says nothing.
 *
 * @throws RangeError for counts that are not whole, or more people than the frame holds.
 * @see survey/plan.ts for the usual rates, statistics/sample-size.ts for the margin with its finite-population correction
 * @example expectedAnswers({ plan: null, people: { executive: 0, manager: 0, specialist: 100, '': 0 }, population: 1000 }).answers // 40
 */
export function expectedAnswers({
  plan,
  people,
  population,
}: {
  plan: Pick<CollectionPlan, 'groups' | 'confidence' | 'designEffect'> | null
  people: PeopleBySeniority
  population: number
}): Expectation {
  const { groups, confidence, designEffect } = plan ?? blankPlan('USD')
  requireWhole('population', population)
  const others = groups.manager.people + groups.specialist.people
  const managers = others === 0 ? 0.5 : groups.manager.people / others
  const rate = (seniority: Seniority) => plannedRate({ groups }, seniority)
  const unknownRate = managers * rate('manager') + (1 - managers) * rate('specialist')
  let asked = people['']
  let exact = people[''] * unknownRate
  for (const seniority of SENIORITIES) {
    requireWhole(`people (${seniority})`, people[seniority])
    asked += people[seniority]
    exact += people[seniority] * rate(seniority)
  }
  requireThat(asked <= population, `${asked} people are more than the ${population} of the frame`)
  const answers = Math.round(exact)
  return {
    answers,
    responseRate: asked === 0 ? 0 : exact / asked,
    marginOfError:
      answers === 0
        ? null
        : Math.min(1, marginOfError({ sample: answers, population, confidence }) * Math.sqrt(designEffect)),
    confidence,
    designEffect,
    population,
  }
}
