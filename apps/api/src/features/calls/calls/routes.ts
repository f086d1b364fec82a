import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { agreeToCall, answerCall, beginCall, complainOnCall, endCall, readCall } from './service.ts'

const { calls } = forStaff

export const callsFeature = defineFeature({
  routes: {
    calls: {
      get: calls.get.handler(({ context, input }) => readCall(context.ctx, context.actor, input.id)),
      begin: calls.begin.handler(({ context, input }) => beginCall(context.ctx, context.actor, input.id)),
      agree: calls.agree.handler(({ context, input }) => agreeToCall(context.ctx, context.actor, input.id)),
      answer: calls.answer.handler(({ context, input }) => answerCall(context.ctx, context.actor, input)),
      end: calls.end.handler(({ context, input }) => endCall(context.ctx, context.actor, input)),
      complain: calls.complain.handler(({ context, input }) =>
        complainOnCall(context.ctx, context.actor, input),
      ),
    },
  },
})
