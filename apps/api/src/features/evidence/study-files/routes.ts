import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addStudyFile, readStudyFile, removeStudyFile } from './service.ts'

export const studyFilesFeature = defineFeature({
  routes: {
    studies: {
      addFile: forStaff.studies.addFile.handler(({ context, input }) =>
        addStudyFile(context.ctx, context.actor, input),
      ),
      removeFile: forStaff.studies.removeFile.handler(({ context, input }) =>
        removeStudyFile(context.ctx, context.actor, input),
      ),
      readFile: forStaff.studies.readFile.handler(async ({ context, input }) => {
        const body = await readStudyFile(context.ctx, context.actor, input)
        return { headers: { 'content-disposition': attachment(body.name) }, body }
      }),
    },
  },
})
