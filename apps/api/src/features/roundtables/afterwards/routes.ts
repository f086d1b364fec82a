import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { followUpJobs } from './jobs.ts'
import { askAfterRecent, askNow, readAfterwards, saveAfterwards } from './service.ts'

export const afterwardsFeature = defineFeature({
  routes: {
    afterwards: {
      get: forStaff.afterwards.get.handler(({ context, input }) =>
        readAfterwards(context.ctx, context.actor, input.id),
      ),
      save: forStaff.afterwards.save.handler(({ context, input }) =>
        saveAfterwards(context.ctx, context.actor, input),
      ),
      ask: forStaff.afterwards.ask.handler(({ context, input }) =>
        askNow(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: followUpJobs,
  onStart: askAfterRecent,
})
