import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { decideReply, listCaseReplies, proposeReply, readCaseReply } from './service.ts'

export const caseRepliesFeature = defineFeature({
  routes: {
    caseReplies: {
      list: forStaff.caseReplies.list.handler(({ context }) => listCaseReplies(context.ctx, context.actor)),
      get: forStaff.caseReplies.get.handler(({ context, input }) =>
        readCaseReply(context.ctx, context.actor, input.id),
      ),
      propose: forStaff.caseReplies.propose.handler(({ context, input }) =>
        proposeReply(context.ctx, context.actor, input),
      ),
      decide: forStaff.caseReplies.decide.handler(({ context, input }) =>
        decideReply(context.ctx, context.actor, input),
      ),
    },
  },
})
