import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readYear } from './service.ts'

export const cadenceFeature = defineFeature({
  routes: {
    roundtables: {
      list: forStaff.roundtables.list.handler(({ context, input }) =>
        readYear(context.ctx, context.actor, input.year),
      ),
    },
  },
})
