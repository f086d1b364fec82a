import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readTimeline } from './service.ts'

export const timelinesFeature = defineFeature({
  routes: {
    timelines: {
      list: forStaff.timelines.list.handler(({ context, input }) =>
        readTimeline(context.ctx, context.actor, input),
      ),
    },
  },
})
