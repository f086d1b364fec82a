import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { minutesFile } from './service.ts'

export const minutesFilesFeature = defineFeature({
  routes: {
    minutes: {
      file: forStaff.minutes.file.handler(async ({ context, input }) => {
        const body = await minutesFile(context.ctx, context.actor, input, input.language ?? context.language)
        return { headers: { 'content-disposition': attachment(body.name) }, body }
      }),
    },
  },
})
