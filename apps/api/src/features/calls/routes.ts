import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { beginCall, endCall } from './service.ts'

export const callsFeature = defineFeature({
  routes: {
    calls: {
      begin: forStaff.calls.begin.handler(({ context, input }) =>
        beginCall(context.ctx, context.actor, input.id),
      ),
      end: forStaff.calls.end.handler(({ context, input }) => endCall(context.ctx, context.actor, input)),
    },
  },
})
