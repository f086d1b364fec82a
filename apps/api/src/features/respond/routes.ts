import type { StoredAnswer } from '@sixfold/contract/responses'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { mergeAnswers } from '@sixfold/domain/survey/merge-answers'
import { AppError } from '../../errors.ts'
import { limitToken } from '../../http/limits.ts'
import { forAnybody } from '../../http/procedures.ts'
import type { RequestContext } from '../../http/request.ts'
import { loadPortal } from '../../portal/portal.ts'
import { defineFeature } from '../feature.ts'
import { respondPages } from './pages.ts'
import type { Link } from './service.ts'
import {
  followLink,
  keepByLink,
  optOutByLink,
  readRespondView,
  storedAnswers,
  submitByLink,
} from './service.ts'

export const respondFeature = defineFeature({
  routes: {
    responses: {
      get: forAnybody.responses.get.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return readRespondView(context.ctx, input.token)
      }),
      save: forAnybody.responses.save.handler(async ({ context, input }) => {
        await limitToken(input.token)
        const link = await followLink(context.ctx, input.token)
        const outcome = await keepByLink(
          context.ctx,
          link,
          () => joined(input.answers),
          input.language,
          input,
        )
        if (outcome?.faults) throw await refusal(context, link, outcome.faults, input.answers)
        return { answers: storedAnswers(outcome?.kept.answers ?? {}) }
      }),
      submit: forAnybody.responses.submit.handler(async ({ context, input }) => {
        await limitToken(input.token)
        const link = await followLink(context.ctx, input.token)
        const outcome = await submitByLink(
          context.ctx,
          link,
          () => joined(input.answers),
          input.language,
          input,
        )
        if (outcome.faults) throw await refusal(context, link, outcome.faults, input.answers)
        return { submittedAt: (outcome.kept.submittedAt ?? context.ctx.clock.now()).toISOString() }
      }),
      optOut: forAnybody.responses.optOut.handler(async ({ context, input }) => {
        await limitToken(input.token)
        await optOutByLink(context.ctx, input.token)
        return { optedOut: true as const }
      }),
    },
  },
  pages: respondPages,
})

/** Several changes of one question in one message count by their revisions, not by their order. */
function joined(answers: readonly StoredAnswer[]) {
  return answers.reduce(
    (all, { question, value, revision }) =>
      mergeAnswers(all, Object.fromEntries([[question, { value, revision }]])),
    {},
  )
}

/** The faults as fields of the message, in the words of the page; a missing answer is named by its question. */
async function refusal(
  { language }: RequestContext,
  { survey }: Link,
  faults: readonly AnswerFault[],
  sent: readonly StoredAnswer[],
): Promise<AppError> {
  const { problemText } = await loadPortal()
  return new AppError('invalid_input', {
    fields: faults.map(({ question, problem }) => {
      const index = problem === 'required' ? -1 : sent.findIndex(answer => answer.question === question)
      return {
        path: index < 0 ? `answers.${question}` : `answers.${index}.value`,
        message: problemText(problem, survey.questions.get(question), language),
      }
    }),
  })
}
