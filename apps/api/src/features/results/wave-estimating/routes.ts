import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { waveEstimatingJobs } from './jobs.ts'
import { readWeights } from './service.ts'

export const waveEstimatingFeature = defineFeature({
  routes: {
    resultWeights: {
      get: forStaff.resultWeights.get.handler(({ context, input }) =>
        readWeights(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: waveEstimatingJobs,
})
