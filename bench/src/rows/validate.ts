import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { walk } from '@sixfold/domain/survey/logic/walk'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import type { Row } from '../row.ts'

const ROUNDS = 200_000

/** Server-side validation of complete answers to the quarterly preset, the way through it included, on one core. */
export const validate: Row = {
  name: 'validate',
  async run() {
    const definition = quarterlySurvey(ibmSix, {
      languages: ['en', 'vi'],
      quarter: { year: 2026, quarter: 4 },
      organisation: 'Bench',
    })
    const answers = Object.fromEntries(
      questionsOf(definition).map(({ id, kind }) => [id, kind === 'text' ? 'On time.' : 4]),
    )
    const faults = () => answerFaults(definition, answers, { complete: walk(definition, answers, {}) })
    if (faults().length > 0) throw new Error('the answers are wrong')
    const began = performance.now()
    for (let round = 0; round < ROUNDS; round += 1) faults()
    const perSecond = ROUNDS / ((performance.now() - began) / 1000)
    return [
      {
        row: 'validate',
        figure: `responses of ${questionsOf(definition).length} questions a second`,
        value: Math.round(perSecond).toLocaleString('en'),
        target: 'at least 20,000',
      },
    ]
  },
}
