import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { responseQualityJobs } from './jobs.ts'
import { readQuality } from './service.ts'

export const responseQualityFeature = defineFeature({
  routes: {
    responseQuality: {
      get: forStaff.responseQuality.get.handler(({ context, input }) =>
        readQuality(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: responseQualityJobs,
})
