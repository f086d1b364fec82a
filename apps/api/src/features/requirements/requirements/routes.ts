import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listRequirements, readRequirement } from './service.ts'

export const requirementsFeature = defineFeature({
  routes: {
    requirements: {
      list: forStaff.requirements.list.handler(({ context, input }) =>
        listRequirements(context.ctx, context.actor, input),
      ),
      get: forStaff.requirements.get.handler(({ context, input }) =>
        readRequirement(context.ctx, context.actor, input.id),
      ),
    },
  },
})
