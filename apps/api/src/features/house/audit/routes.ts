import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listAudit } from './service.ts'

export const auditFeature = defineFeature({
  routes: {
    audit: {
      list: forStaff.audit.list.handler(({ context, input }) => listAudit(context.ctx, context.actor, input)),
    },
  },
})
