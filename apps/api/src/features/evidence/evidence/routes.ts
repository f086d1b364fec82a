import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readEvidence } from './service.ts'

export const evidenceFeature = defineFeature({
  routes: {
    evidence: {
      map: forStaff.evidence.map.handler(({ context, input }) =>
        readEvidence(context.ctx, context.actor, input),
      ),
    },
  },
})
