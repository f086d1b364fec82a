import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readGroups } from './service.ts'

export const resultGroupsFeature = defineFeature({
  routes: {
    scoreboards: {
      groups: forStaff.scoreboards.groups.handler(({ context, input }) =>
        readGroups(context.ctx, context.actor, input),
      ),
    },
  },
})
