import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { caseJobs } from './jobs.ts'
import { listCases, readCase } from './service.ts'

export const casesFeature = defineFeature({
  routes: {
    cases: {
      list: forStaff.cases.list.handler(({ context, input }) => listCases(context.ctx, context.actor, input)),
      get: forStaff.cases.get.handler(({ context, input }) => readCase(context.ctx, context.actor, input.id)),
    },
  },
  jobs: caseJobs,
})
