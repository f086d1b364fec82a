import type { RandomSource } from '@sixfold/domain/random'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import type { Trouble } from './comments.ts'
import { commentOf } from './comments.ts'

/** How satisfied customers are with each factor at rest, as a mean on the five points. */
const restingMean: Record<string, number> = {
  'technical-solutions': 3.9,
  'support-and-service': 4.0,
  marketing: 3.55,
  administration: 3.6,
  delivery: 3.85,
  'company-image': 4.05,
}

/**
 * The story: in the South, Delivery falls in the third of five quarters (a warehouse moves), is worst in the fourth
 * and has almost recovered by the fifth. Support in the North rises slowly all along. In the quarter that runs, a new
 * invoicing system makes Administration worse everywhere.
 */
const shifts: { region: string | 'all'; factor: string; byQuarter: readonly number[] }[] = [
  { region: 'South', factor: 'delivery', byQuarter: [0, -0.05, -0.85, -1.15, -0.35, -0.05] },
  { region: 'all', factor: 'administration', byQuarter: [0, 0, 0, 0, 0, -0.6] },
  { region: 'North', factor: 'support-and-service', byQuarter: [-0.25, -0.15, -0.05, 0.05, 0.15, 0.2] },
]

/** The share of those who wrote something that agree to be quoted. */
const QUOTABLE = 0.4

export interface Respondent {
  region: string
  language: string
  /** This customer's own level: people of one company are alike. */
  accountLevel: number
  /** 0 is the first of the five quarters. */
  quarterIndex: number
}

/** Answers a customer of the story gives to every question. */
export function answersOf(
  random: RandomSource,
  definition: SurveyDefinition,
  who: Respondent,
): Record<string, AnswerValue> {
  const mood = who.accountLevel + normal(random) * 0.45
  const answers: Record<string, AnswerValue> = {}
  let wrote = false
  for (const question of questionsOf(definition)) {
    const factor = question.measures?.factor
    switch (question.kind) {
      case 'satisfaction':
        if (question.offerNotApplicable && question.measures?.attribute && random.next() < 0.06)
          answers[question.id] = NOT_APPLICABLE
        else answers[question.id] = point(random, level(factor, who) + mood)
        break
      case 'nps':
        answers[question.id] = clamp(Math.round(6.6 + 2.1 * (mood + 0.4) + normal(random) * 1.4), 0, 10)
        break
      case 'text':
        wrote = random.next() < 0.3
        if (wrote)
          answers[question.id] = commentOf(random, { language: who.language, trouble: troubleOf(who) })
        break
      case 'consent':
        // Whoever wrote nothing has nothing to be quoted with.
        if (wrote && random.next() < QUOTABLE) answers[question.id] = who.language === 'vi' ? 'vi' : 'en'
        break
      default:
        // The quarterly survey, which the story answers, asks in these kinds only.
        throw new Error(`the story has no answer to a question of kind ${question.kind}`)
    }
  }
  return answers
}

/** What somebody is likely to write about: the warehouse of the South is moving, then invoices are wrong. */
function troubleOf({ region, quarterIndex }: Respondent): Trouble | null {
  if (quarterIndex === 5) return 'invoices'
  return region === 'South' && (quarterIndex === 2 || quarterIndex === 3) ? 'late' : null
}

function level(factor: string | undefined, who: Respondent): number {
  const shift = shifts
    .filter(({ region, factor: moved }) => moved === factor && (region === 'all' || region === who.region))
    .reduce((sum, { byQuarter }) => sum + (byQuarter[who.quarterIndex] ?? 0), 0)
  return (restingMean[factor ?? ''] ?? 3.8) + shift
}

function point(random: RandomSource, mean: number): number {
  return clamp(Math.round(mean + normal(random) * 0.75), 1, 5)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

/** Standard normal, by Box and Muller. */
export function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
