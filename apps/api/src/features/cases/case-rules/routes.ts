import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { createRule, editRule, listRules, readRule, removeRule, switchRule } from './service.ts'

export const caseRulesFeature = defineFeature({
  routes: {
    caseRules: {
      list: forStaff.caseRules.list.handler(({ context }) => listRules(context.ctx, context.actor)),
      get: forStaff.caseRules.get.handler(({ context, input }) =>
        readRule(context.ctx, context.actor, input.id),
      ),
      create: forStaff.caseRules.create.handler(({ context, input }) =>
        createRule(context.ctx, context.actor, input),
      ),
      change: forStaff.caseRules.change.handler(({ context, input }) =>
        editRule(context.ctx, context.actor, input),
      ),
      remove: forStaff.caseRules.remove.handler(({ context, input }) =>
        removeRule(context.ctx, context.actor, input),
      ),
      switch: forStaff.caseRules.switch.handler(({ context, input }) =>
        switchRule(context.ctx, context.actor, input),
      ),
    },
  },
})
