import { attachment } from '../../../http/attachment.ts'
import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  addFile,
  gradeCase,
  handOver,
  mergeCase,
  noteCase,
  openFile,
  relateCase,
  removeFile,
  takeStep,
  watchCase,
} from './service.ts'

export const caseStepsFeature = defineFeature({
  routes: {
    caseSteps: {
      take: forStaff.caseSteps.take.handler(({ context, input }) =>
        takeStep(context.ctx, context.actor, input),
      ),
      merge: forStaff.caseSteps.merge.handler(({ context, input }) =>
        mergeCase(context.ctx, context.actor, input),
      ),
      handOver: forStaff.caseSteps.handOver.handler(({ context, input }) =>
        handOver(context.ctx, context.actor, input),
      ),
      grade: forStaff.caseSteps.grade.handler(({ context, input }) =>
        gradeCase(context.ctx, context.actor, input),
      ),
      watch: forStaff.caseSteps.watch.handler(({ context, input }) =>
        watchCase(context.ctx, context.actor, input),
      ),
      relate: forStaff.caseSteps.relate.handler(({ context, input }) =>
        relateCase(context.ctx, context.actor, input),
      ),
      note: forStaff.caseSteps.note.handler(({ context, input }) =>
        noteCase(context.ctx, context.actor, input),
      ),
      addFile: forStaff.caseSteps.addFile.handler(({ context, input }) =>
        addFile(context.ctx, context.actor, input),
      ),
      removeFile: forStaff.caseSteps.removeFile.handler(({ context, input }) =>
        removeFile(context.ctx, context.actor, input),
      ),
      readFile: forStaff.caseSteps.readFile.handler(async ({ context, input }) => {
        const body = await openFile(context.ctx, context.actor, input)
        const headers = {
          'content-disposition': attachment(body.name),
          'content-security-policy': "sandbox; default-src 'none'",
        }
        return { headers, body }
      }),
    },
  },
})
