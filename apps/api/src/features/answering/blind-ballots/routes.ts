import type { BlindAnswer } from '@sixfold/contract/blind'
import { uiLanguageFor } from '@sixfold/contract/words'
import { AppError } from '../../../errors.ts'
import { limitToken } from '../../../http/limits.ts'
import { forAnybody } from '../../../http/procedures.ts'
import { loadPortal } from '../../../portal/portal.ts'
import { defineFeature } from '../../feature.ts'
import { blindJobs } from './jobs.ts'
import type { CastOutcome } from './service.ts'
import { castAnswers, issueBallot, readBlindKey } from './service.ts'

export const blindBallotsFeature = defineFeature({
  routes: {
    blind: {
      key: forAnybody.blind.key.handler(({ context, input }) => readBlindKey(context.ctx, input.waveId)),
      issue: forAnybody.blind.issue.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return { signature: await issueBallot(context.ctx, input.token, input.blinded) }
      }),
      cast: forAnybody.blind.cast.handler(async ({ context, input: { waveId, ballot, answers } }) => {
        const outcome = await castAnswers(context.ctx, waveId, { ballot, answers })
        if (outcome) throw await refusal(outcome, answers, context.language)
        return { taken: true as const }
      }),
    },
  },
  jobs: blindJobs,
})

/** The faults as fields of the message, in the words of the page. */
async function refusal(
  { faults, survey }: NonNullable<CastOutcome>,
  sent: readonly BlindAnswer[],
  language: string,
): Promise<AppError> {
  const { problemText } = await loadPortal()
  return new AppError('invalid_input', {
    fields: faults.map(({ question, problem }) => {
      const index = sent.findIndex(answer => answer.question === question)
      return {
        path: index < 0 ? `answers.${question}` : `answers.${index}.value`,
        message: problemText(problem, survey.questions.get(question), uiLanguageFor(language)),
      }
    }),
  })
}
