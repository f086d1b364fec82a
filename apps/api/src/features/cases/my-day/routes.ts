import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { keepSending, myDayJobs } from './jobs.ts'
import { readDigest, readMyDay, saveDigest } from './service.ts'

export const myDayFeature = defineFeature({
  routes: {
    myDay: {
      read: forStaff.myDay.read.handler(({ context }) => readMyDay(context.ctx, context.actor)),
      digest: forStaff.myDay.digest.handler(({ context }) => readDigest(context.ctx, context.actor)),
      setDigest: forStaff.myDay.setDigest.handler(({ context, input }) =>
        saveDigest(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: myDayJobs,
  onStart: keepSending,
})
