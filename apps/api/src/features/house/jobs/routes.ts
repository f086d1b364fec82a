import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listJobs, replayJob } from './service.ts'

export const jobsFeature = defineFeature({
  routes: {
    jobs: {
      list: forStaff.jobs.list.handler(({ context, input }) => listJobs(context.ctx, context.actor, input)),
      replay: forStaff.jobs.replay.handler(({ context, input }) =>
        replayJob(context.ctx, context.actor, input.id),
      ),
    },
  },
})
