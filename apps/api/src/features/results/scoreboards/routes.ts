import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { catchUp, scoreboardJobs } from './jobs.ts'
import { readHistory, readScoreboard } from './service.ts'

export const scoreboardsFeature = defineFeature({
  routes: {
    scoreboards: {
      get: forStaff.scoreboards.get.handler(({ context, input }) =>
        readScoreboard(context.ctx, context.actor, input),
      ),
      history: forStaff.scoreboards.history.handler(async ({ context, input }) => ({
        items: await readHistory(context.ctx, context.actor, input),
      })),
    },
  },
  jobs: scoreboardJobs,
  onStart: catchUp,
})
