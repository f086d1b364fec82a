import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { getPolicy, readHistory, savePolicy } from './service.ts'

const { contactPolicy } = forStaff

export const contactPolicyFeature = defineFeature({
  routes: {
    contactPolicy: {
      get: contactPolicy.get.handler(({ context }) => getPolicy(context.ctx, context.actor)),
      save: contactPolicy.save.handler(({ context, input }) =>
        savePolicy(context.ctx, context.actor, input, context.language),
      ),
      history: contactPolicy.history.handler(({ context, input }) =>
        readHistory(context.ctx, context.actor, input.before),
      ),
    },
  },
})
