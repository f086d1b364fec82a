import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { trialJobs } from './jobs.ts'
import { stopTrial, tryRule } from './service.ts'

export const ruleTrialsFeature = defineFeature({
  routes: {
    caseRules: {
      try: forStaff.caseRules.try.handler(({ context, input }) => tryRule(context.ctx, context.actor, input)),
      stopTrial: forStaff.caseRules.stopTrial.handler(({ context, input }) =>
        stopTrial(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: trialJobs,
})
