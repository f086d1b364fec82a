import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeContact, createContact, readRecord } from './service.ts'

export const contactRecordsFeature = defineFeature({
  routes: {
    customers: {
      getContact: forStaff.customers.getContact.handler(({ context, input }) =>
        readRecord(context.ctx, context.actor, input.id),
      ),
      createContact: forStaff.customers.createContact.handler(({ context, input }) =>
        createContact(context.ctx, context.actor, input),
      ),
      changeContact: forStaff.customers.changeContact.handler(({ context, input }) =>
        changeContact(context.ctx, context.actor, input),
      ),
    },
  },
})
