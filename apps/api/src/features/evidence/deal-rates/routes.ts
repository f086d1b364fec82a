import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readRates } from './service.ts'

export const dealRatesFeature = defineFeature({
  routes: {
    deals: {
      rates: forStaff.deals.rates.handler(({ context, input }) =>
        readRates(context.ctx, context.actor, input),
      ),
    },
  },
})
