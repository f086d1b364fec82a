import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
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
        const { file, kind = 'contacts', skipFaulty = false } = input
        const { createRegions = false, createProducts = false } = input
        const choice = { skipFaulty, createRegions, createProducts }
        return startImport(context.ctx, context.actor, { file, kind, ...choice }, context.language)
      }),
      repeat: forStaff.imports.repeat.handler(({ context, input: { createProducts = false, ...input } }) =>
        retryImport(context.ctx, context.actor, { ...input, createProducts }, context.language),
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
      template: forStaff.imports.template.handler(({ context, input }) =>
        importTemplate(context.actor, input.kind ?? 'contacts'),
      ),
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
