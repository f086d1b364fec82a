import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { previewRules, readRegionRules, saveRules } from './service.ts'

const { cadence } = forStaff

export const cadenceRulesFeature = defineFeature({
  routes: {
    cadence: {
      get: cadence.get.handler(({ context, input }) => readRegionRules(context.ctx, context.actor, input.id)),
      preview: cadence.preview.handler(({ context, input }) =>
        previewRules(context.ctx, context.actor, input),
      ),
      save: cadence.save.handler(({ context, input }) => saveRules(context.ctx, context.actor, input)),
    },
  },
})
