import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { keepLooking, reportScheduleJobs } from './jobs.ts'
import {
  editSchedule,
  endSchedule,
  listSchedules,
  listSendings,
  makeSchedule,
  trySchedule,
} from './service.ts'

const { reportSchedules } = forStaff

export const reportSchedulesFeature = defineFeature({
  routes: {
    reportSchedules: {
      list: reportSchedules.list.handler(({ context }) => listSchedules(context.ctx, context.actor)),
      make: reportSchedules.make.handler(({ context, input }) =>
        makeSchedule(context.ctx, context.actor, input),
      ),
      change: reportSchedules.change.handler(({ context, input }) =>
        editSchedule(context.ctx, context.actor, input),
      ),
      end: reportSchedules.end.handler(({ context, input }) =>
        endSchedule(context.ctx, context.actor, input.id),
      ),
      tryOut: reportSchedules.tryOut.handler(({ context, input }) =>
        trySchedule(context.ctx, context.actor, input.id),
      ),
      sendings: reportSchedules.sendings.handler(({ context, input }) =>
        listSendings(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: reportScheduleJobs,
  onStart: keepLooking,
})
