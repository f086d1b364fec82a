import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { wavePreviewJobs } from './jobs.ts'
import { readMail, readPeople, readPreview } from './service.ts'

export const wavePreviewsFeature = defineFeature({
  routes: {
    wavePreviews: {
      read: forStaff.wavePreviews.read.handler(({ context, input }) =>
        readPreview(context.ctx, context.actor, input.id),
      ),
      people: forStaff.wavePreviews.people.handler(({ context, input }) =>
        readPeople(context.ctx, context.actor, input),
      ),
      mail: forStaff.wavePreviews.mail.handler(({ context, input }) =>
        readMail(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: wavePreviewJobs,
})
