import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readOutlook, tryOut } from './service.ts'

export const contactOutlookFeature = defineFeature({
  routes: {
    contactLedger: {
      outlook: forStaff.contactLedger.outlook.handler(({ context, input }) =>
        readOutlook(context.ctx, context.actor, input.id),
      ),
    },
    contactPolicy: {
      tryOut: forStaff.contactPolicy.tryOut.handler(({ context, input }) =>
        tryOut(context.ctx, context.actor, input, context.language),
      ),
    },
  },
})
