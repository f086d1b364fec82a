import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { reportFile } from './service.ts'

export const reportsFeature = defineFeature({
  routes: {
    reports: {
      file: forStaff.reports.file.handler(async ({ context, input }) => {
        const body = await reportFile(context.ctx, context.actor, {
          ...input,
          language: input.language ?? context.language,
        })
        return { headers: { 'content-disposition': attachment(body.name) }, body }
      }),
    },
  },
})
