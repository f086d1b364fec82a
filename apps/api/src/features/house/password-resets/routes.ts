import { limitReset, limitToken } from '../../../http/limits.ts'
import { forAnybody } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { passwordResetJobs } from './jobs.ts'
import { askReset, completeReset } from './service.ts'

export const passwordResetsFeature = defineFeature({
  jobs: passwordResetJobs,
  routes: {
    passwordResets: {
      ask: forAnybody.passwordResets.ask.handler(async ({ context, input }) => {
        await limitReset(input.email)
        await askReset(context.ctx, input.email)
      }),
      complete: forAnybody.passwordResets.complete.handler(async ({ context, input }) => {
        await limitToken(input.token)
        await completeReset(context.ctx, input)
      }),
    },
  },
})
