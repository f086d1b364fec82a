import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listChoices } from './service.ts'

export const comparisonChoicesFeature = defineFeature({
  routes: {
    comparisons: {
      choices: forStaff.comparisons.choices.handler(({ context }) => listChoices(context.ctx, context.actor)),
    },
  },
})
