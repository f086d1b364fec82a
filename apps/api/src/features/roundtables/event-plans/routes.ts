import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { cancelRoundtable, changePlan, keepDate, planRoundtable, restoreRoundtable } from './service.ts'

export const eventPlansFeature = defineFeature({
  routes: {
    roundtables: {
      plan: forStaff.roundtables.plan.handler(({ context, input }) =>
        planRoundtable(context.ctx, context.actor, input),
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
    },
  },
})
