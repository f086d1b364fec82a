import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { importJobs } from './jobs.ts'
import { mayFollowImport } from './live.ts'
import {
  cancelImport,
  importTemplate,
  listImports,
  readFaultReport,
  readFaultyLines,
  readImport,
  resumeImports,
  retryImport,
  startImport,
} from './service.ts'

export const importsFeature = defineFeature({
  routes: {
    imports: {
      start: forStaff.imports.start.handler(({ context, input }) => {
        const { file, skipFaulty = false, createRegions = false } = input
        return startImport(context.ctx, context.actor, { file, skipFaulty, createRegions }, context.language)
      }),
      repeat: forStaff.imports.repeat.handler(({ context, input }) =>
        retryImport(context.ctx, context.actor, input, context.language),
      ),
      list: forStaff.imports.list.handler(({ context }) =>
        listImports(context.ctx, context.actor, context.language),
      ),
      get: forStaff.imports.get.handler(({ context, input }) =>
        readImport(context.ctx, context.actor, input.id, context.language),
      ),
      cancel: forStaff.imports.cancel.handler(({ context, input }) =>
        cancelImport(context.ctx, context.actor, input.id, context.language),
      ),
      template: forStaff.imports.template.handler(({ context }) => importTemplate(context.actor)),
      faultReport: forStaff.imports.faultReport.handler(({ context, input }) =>
        readFaultReport(context.ctx, context.actor, input.id, context.language),
      ),
      faultyLines: forStaff.imports.faultyLines.handler(({ context, input }) =>
        readFaultyLines(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: importJobs,
  topics: { import: mayFollowImport },
  onStart: resumeImports,
})
