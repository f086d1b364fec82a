import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { evidenceLinksJobs } from './jobs.ts'
import { readLinks } from './service.ts'

export const evidenceLinksFeature = defineFeature({
  routes: {
    evidenceLinks: {
      get: forStaff.evidenceLinks.get.handler(({ context, input }) =>
        readLinks(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: evidenceLinksJobs,
})
