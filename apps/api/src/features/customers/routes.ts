import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { readAccount, readAccounts } from './service.ts'

export const customersFeature = defineFeature({
  routes: {
    customers: {
      listAccounts: forStaff.customers.listAccounts.handler(({ context, input }) =>
        readAccounts(context.ctx, context.actor, input),
      ),
      getAccount: forStaff.customers.getAccount.handler(({ context, input }) =>
        readAccount(context.ctx, context.actor, input.id),
      ),
    },
  },
})
