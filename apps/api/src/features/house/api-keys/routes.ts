import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { endKey, listKeys, makeKey } from './service.ts'

export const apiKeysFeature = defineFeature({
  routes: {
    apiKeys: {
      list: forStaff.apiKeys.list.handler(({ context }) => listKeys(context.ctx, context.actor)),
      make: forStaff.apiKeys.make.handler(({ context, input }) => makeKey(context.ctx, context.actor, input)),
      end: forStaff.apiKeys.end.handler(({ context, input }) => endKey(context.ctx, context.actor, input.id)),
    },
  },
})
