import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { listChoices, readComparison } from './service.ts'

export const comparisonsFeature = defineFeature({
  routes: {
    comparisons: {
      choices: forStaff.comparisons.choices.handler(({ context }) => listChoices(context.ctx, context.actor)),
      get: forStaff.comparisons.get.handler(({ context, input }) =>
        readComparison(context.ctx, context.actor, input),
      ),
    },
  },
})
