import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readFindings } from './service.ts'

export const findingsFeature = defineFeature({
  routes: {
    findings: {
      list: forStaff.findings.list.handler(async ({ context, input }) => ({
        items: await readFindings(context.ctx, context.actor, input),
      })),
    },
  },
})
