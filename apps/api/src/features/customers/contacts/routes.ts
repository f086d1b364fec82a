import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readContacts } from './service.ts'

export const contactsFeature = defineFeature({
  routes: {
    customers: {
      listContacts: forStaff.customers.listContacts.handler(({ context, input }) =>
        readContacts(context.ctx, context.actor, input),
      ),
    },
  },
})
