import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { customersJobs } from './jobs.ts'
import { changeAccount, createAccount, readAccount, readAccountChoices, readAccounts } from './service.ts'

export const customersFeature = defineFeature({
  routes: {
    customers: {
      listAccounts: forStaff.customers.listAccounts.handler(({ context, input }) =>
        readAccounts(context.ctx, context.actor, input),
      ),
      accountChoices: forStaff.customers.accountChoices.handler(({ context }) =>
        readAccountChoices(context.ctx, context.actor),
      ),
      getAccount: forStaff.customers.getAccount.handler(({ context, input }) =>
        readAccount(context.ctx, context.actor, input.id),
      ),
      createAccount: forStaff.customers.createAccount.handler(({ context, input }) =>
        createAccount(context.ctx, context.actor, input),
      ),
      changeAccount: forStaff.customers.changeAccount.handler(({ context, input }) =>
        changeAccount(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: customersJobs,
})
