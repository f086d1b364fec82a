import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { askApproval, decideApproval } from './service.ts'

const { eventApprovals } = forStaff

export const eventApprovalsFeature = defineFeature({
  routes: {
    eventApprovals: {
      ask: eventApprovals.ask.handler(({ context, input }) => askApproval(context.ctx, context.actor, input)),
      decide: eventApprovals.decide.handler(({ context, input }) =>
        decideApproval(context.ctx, context.actor, input),
      ),
    },
  },
})
