import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readProposals } from './service.ts'

export const dateProposalsFeature = defineFeature({
  routes: {
    dateProposals: {
      list: forStaff.dateProposals.list.handler(({ context, input }) =>
        readProposals(context.ctx, context.actor, input),
      ),
    },
  },
})
