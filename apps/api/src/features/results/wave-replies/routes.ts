import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readReplies, saveReplies } from './service.ts'

export const waveRepliesFeature = defineFeature({
  routes: {
    waveReplies: {
      get: forStaff.waveReplies.get.handler(({ context, input }) =>
        readReplies(context.ctx, context.actor, input.id),
      ),
      save: forStaff.waveReplies.save.handler(({ context, input }) =>
        saveReplies(context.ctx, context.actor, input),
      ),
    },
  },
})
