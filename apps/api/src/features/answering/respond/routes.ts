import { limitToken } from '../../../http/limits.ts'
import { forAnybody } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { respondPages } from './pages.ts'
import {
  answersRefused,
  followLink,
  joinAnswers,
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
          () => joinAnswers(input.answers),
          input.language,
          input,
        )
        if (outcome?.faults) throw await answersRefused(context, link, outcome.faults, input.answers)
        return { answers: storedAnswers(outcome?.kept.answers ?? {}) }
      }),
      submit: forAnybody.responses.submit.handler(async ({ context, input }) => {
        await limitToken(input.token)
        const link = await followLink(context.ctx, input.token)
        const outcome = await submitByLink(
          context.ctx,
          link,
          () => joinAnswers(input.answers),
          input.language,
          input,
        )
        if (outcome.faults) throw await answersRefused(context, link, outcome.faults, input.answers)
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
