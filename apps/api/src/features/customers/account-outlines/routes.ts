import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readOutline } from './service.ts'

export const accountOutlinesFeature = defineFeature({
  routes: {
    timelines: {
      outline: forStaff.timelines.outline.handler(({ context, input }) =>
        readOutline(context.ctx, context.actor, input.id),
      ),
    },
  },
})
