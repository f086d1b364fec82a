import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listCases, mayReadCase, openByHand, readCase } from './service.ts'

export const casesFeature = defineFeature({
  topics: { case: mayReadCase },
  routes: {
    cases: {
      list: forStaff.cases.list.handler(({ context, input }) => listCases(context.ctx, context.actor, input)),
      get: forStaff.cases.get.handler(({ context, input }) => readCase(context.ctx, context.actor, input.id)),
      open: forStaff.cases.open.handler(({ context, input }) =>
        openByHand(context.ctx, context.actor, input),
      ),
    },
  },
})
