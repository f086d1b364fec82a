import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { beginInterview, readInterview, saveInterview } from './service.ts'

export const dealInterviewsFeature = defineFeature({
  routes: {
    deals: {
      beginInterview: forStaff.deals.beginInterview.handler(({ context, input }) =>
        beginInterview(context.ctx, context.actor, input),
      ),
      interview: forStaff.deals.interview.handler(({ context, input }) =>
        readInterview(context.ctx, context.actor, input),
      ),
      saveInterview: forStaff.deals.saveInterview.handler(({ context, input }) =>
        saveInterview(context.ctx, context.actor, input),
      ),
    },
  },
})
