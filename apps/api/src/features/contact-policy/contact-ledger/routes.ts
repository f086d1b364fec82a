import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readLedger } from './service.ts'

export const contactLedgerFeature = defineFeature({
  routes: {
    contactLedger: {
      read: forStaff.contactLedger.read.handler(({ context, input }) =>
        readLedger(context.ctx, context.actor, input.id),
      ),
    },
  },
})
