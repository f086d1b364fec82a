import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { mayReadRoundtable, readRoundtable } from './service.ts'

export const roundtablesFeature = defineFeature({
  routes: {
    roundtables: {
      get: forStaff.roundtables.get.handler(({ context, input }) =>
        readRoundtable(context.ctx, context.actor, input.id),
      ),
    },
  },
  topics: { roundtable: mayReadRoundtable },
})
