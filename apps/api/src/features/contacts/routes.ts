import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { readContact, readContacts } from './service.ts'

export const contactsFeature = defineFeature({
  routes: {
    customers: {
      getContact: forStaff.customers.getContact.handler(({ context, input }) =>
        readContact(context.ctx, context.actor, input.id),
      ),
      listContacts: forStaff.customers.listContacts.handler(({ context, input }) =>
        readContacts(context.ctx, context.actor, input),
      ),
    },
  },
})
