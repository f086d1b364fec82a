import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { roundtableJobs } from './jobs.ts'
import {
  cancelRoundtable,
  changePlan,
  inviteToRoundtable,
  keepDate,
  mayReadRoundtable,
  planRoundtable,
  previewInvite,
  readRoundtable,
  restoreRoundtable,
  settleUpcoming,
} from './service.ts'

export const roundtablesFeature = defineFeature({
  routes: {
    roundtables: {
      plan: forStaff.roundtables.plan.handler(({ context, input }) =>
        planRoundtable(context.ctx, context.actor, input),
      ),
      get: forStaff.roundtables.get.handler(({ context, input }) =>
        readRoundtable(context.ctx, context.actor, input.id),
      ),
      change: forStaff.roundtables.change.handler(({ context, input }) =>
        changePlan(context.ctx, context.actor, input),
      ),
      keepDate: forStaff.roundtables.keepDate.handler(({ context, input }) =>
        keepDate(context.ctx, context.actor, input),
      ),
      cancel: forStaff.roundtables.cancel.handler(({ context, input }) =>
        cancelRoundtable(context.ctx, context.actor, input),
      ),
      restore: forStaff.roundtables.restore.handler(({ context, input }) =>
        restoreRoundtable(context.ctx, context.actor, input),
      ),
      invite: forStaff.roundtables.invite.handler(({ context, input }) =>
        inviteToRoundtable(context.ctx, context.actor, input),
      ),
      previewInvite: forStaff.roundtables.previewInvite.handler(({ context, input }) =>
        previewInvite(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: roundtableJobs,
  topics: { roundtable: mayReadRoundtable },
  onStart: settleUpcoming,
})
