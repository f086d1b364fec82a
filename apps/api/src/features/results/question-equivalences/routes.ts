import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { judge } from './service.ts'

export const questionEquivalencesFeature = defineFeature({
  routes: {
    comparisons: {
      judge: forStaff.comparisons.judge.handler(({ context, input }) =>
        judge(context.ctx, context.actor, input),
      ),
    },
  },
})
