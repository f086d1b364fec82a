import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { driverReportJobs } from './jobs.ts'
import { readDrivers } from './service.ts'

export const driverReportsFeature = defineFeature({
  routes: {
    driverReports: {
      get: forStaff.driverReports.get.handler(({ context, input }) =>
        readDrivers(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: driverReportJobs,
})
