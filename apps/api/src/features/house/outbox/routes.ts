import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { outboxJobs } from './jobs.ts'
import { listOutbox, readOutboxMail, resumeMails } from './service.ts'

export const outboxFeature = defineFeature({
  routes: {
    outbox: {
      list: forStaff.outbox.list.handler(({ context, input }) =>
        listOutbox(context.ctx, context.actor, input),
      ),
      get: forStaff.outbox.get.handler(({ context, input }) =>
        readOutboxMail(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: outboxJobs,
  onStart: resumeMails,
})
