import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
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

/** Saved under a name in whatever letters (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
