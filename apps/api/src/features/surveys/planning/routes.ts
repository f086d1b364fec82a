import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readPlan, savePlan } from './service.ts'

export const planningFeature = defineFeature({
  routes: {
    collectionPlans: {
      get: forStaff.collectionPlans.get.handler(({ context, input }) =>
        readPlan(context.ctx, context.actor, input.id),
      ),
      save: forStaff.collectionPlans.save.handler(({ context, input: { id: surveyId, ...input } }) =>
        savePlan(context.ctx, context.actor, { surveyId, ...input }),
      ),
    },
  },
})
