import type { RandomSource } from '@sixfold/domain/random'
import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { pick } from './pick.ts'

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
 * and has almost recovered by the fifth. Support in the North rises slowly all along.
 */
const shifts: { region: string; factor: string; byQuarter: readonly number[] }[] = [
  { region: 'South', factor: 'delivery', byQuarter: [0, -0.05, -0.85, -1.15, -0.35, -0.05] },
  { region: 'North', factor: 'support-and-service', byQuarter: [-0.25, -0.15, -0.05, 0.05, 0.15, 0.2] },
]

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
        if (random.next() < 0.3) answers[question.id] = comment(random, who)
        break
      default:
        // The quarterly preset, which the story answers, asks in these three kinds only.
        throw new Error(`the story has no answer to a question of kind ${question.kind}`)
    }
  }
  return answers
}

function level(factor: string | undefined, who: Respondent): number {
  const shift = shifts.find(({ region, factor: moved }) => region === who.region && moved === factor)
  return (restingMean[factor ?? ''] ?? 3.8) + (shift?.byQuarter[who.quarterIndex] ?? 0)
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

const comments = {
  en: {
    usual: [
      'The hotline knows our machines; that saves us hours.',
      'Please put our own order number on the invoice.',
      'We would like to hear earlier about new versions.',
      'Good products, but the offers take too long.',
      'Our contact changed twice this year.',
    ],
    late: ['Two deliveries came a week late and nobody called.', 'The parts were right, the day was not.'],
  },
  vi: {
    usual: [
      'Tổng đài hiểu máy của chúng tôi, đỡ mất rất nhiều thời gian.',
      'Xin ghi số đơn hàng của chúng tôi lên hóa đơn.',
      'Chúng tôi muốn được báo sớm hơn về phiên bản mới.',
      'Sản phẩm tốt nhưng báo giá còn lâu.',
      'Năm nay người phụ trách đã đổi hai lần.',
    ],
    late: ['Hai chuyến hàng trễ cả tuần mà không ai gọi báo.', 'Hàng đúng nhưng ngày giao thì sai.'],
  },
}

function comment(random: RandomSource, who: Respondent): string {
  const { usual, late } = comments[who.language === 'vi' ? 'vi' : 'en']
  const delayed = who.region === 'South' && (who.quarterIndex === 2 || who.quarterIndex === 3)
  return pick(random, delayed && random.next() < 0.6 ? late : usual)
}
