import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { beginRequestedCall, listCallRequests, readCallRequest } from './service.ts'

const { callRequests } = forStaff

export const callRequestsFeature = defineFeature({
  routes: {
    callRequests: {
      get: callRequests.get.handler(({ context, input }) =>
        readCallRequest(context.ctx, context.actor, input.id),
      ),
      ofContact: callRequests.ofContact.handler(({ context, input }) =>
        listCallRequests(context.ctx, context.actor, input.id),
      ),
      begin: callRequests.begin.handler(({ context, input }) =>
        beginRequestedCall(context.ctx, context.actor, input.id),
      ),
    },
  },
})
