import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { requirementJobs } from './jobs.ts'
import { findAlike, mergeRequirements } from './service.ts'

export const requirementMergesFeature = defineFeature({
  routes: {
    requirements: {
      alike: forStaff.requirements.alike.handler(({ context, input }) =>
        findAlike(context.ctx, context.actor, input.id),
      ),
      merge: forStaff.requirements.merge.handler(({ context, input }) =>
        mergeRequirements(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: requirementJobs,
})
