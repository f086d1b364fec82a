import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { sharedReportPages } from './pages.ts'
import { listReportLinks, makeReportLink, revokeReportLink } from './service.ts'

export const reportLinksFeature = defineFeature({
  routes: {
    reportLinks: {
      list: forStaff.reportLinks.list.handler(({ context }) => listReportLinks(context.ctx, context.actor)),
      make: forStaff.reportLinks.make.handler(({ context, input }) =>
        makeReportLink(context.ctx, context.actor, input),
      ),
      revoke: forStaff.reportLinks.revoke.handler(({ context, input }) =>
        revokeReportLink(context.ctx, context.actor, input.id),
      ),
    },
  },
  pages: sharedReportPages,
})
