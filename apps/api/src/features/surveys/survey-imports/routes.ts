import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { checkImport, exportSurvey, importSurvey } from './service.ts'

export const surveyImportsFeature = defineFeature({
  routes: {
    surveyImports: {
      check: forStaff.surveyImports.check.handler(({ context, input }) =>
        checkImport(context.ctx, context.actor, input.file, context.language),
      ),
      create: forStaff.surveyImports.create.handler(({ context, input }) =>
        importSurvey(context.ctx, context.actor, input, context.language),
      ),
      export: forStaff.surveyImports.export.handler(async ({ context, input }) => {
        const body = await exportSurvey(context.ctx, context.actor, input)
        return { headers: { 'content-disposition': attachment(body.name) }, body }
      }),
    },
  },
})
