import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { readAccounts, readContacts } from './service.ts'

export const customersFeature = defineFeature({
  routes: {
    customers: {
      listAccounts: forStaff.customers.listAccounts.handler(({ context, input }) =>
        readAccounts(context.ctx, context.actor, input),
      ),
      listContacts: forStaff.customers.listContacts.handler(({ context, input }) =>
        readContacts(context.ctx, context.actor, input),
      ),
    },
  },
})
