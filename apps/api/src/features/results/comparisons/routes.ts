import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readComparison } from './service.ts'

export const comparisonsFeature = defineFeature({
  routes: {
    comparisons: {
      get: forStaff.comparisons.get.handler(({ context, input }) =>
        readComparison(context.ctx, context.actor, input),
      ),
    },
  },
})
