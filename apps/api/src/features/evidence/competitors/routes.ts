import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeCompetitor, createCompetitor, listCompetitors } from './service.ts'

export const competitorsFeature = defineFeature({
  routes: {
    competitors: {
      list: forStaff.competitors.list.handler(({ context }) => listCompetitors(context.ctx, context.actor)),
      create: forStaff.competitors.create.handler(({ context, input }) =>
        createCompetitor(context.ctx, context.actor, input),
      ),
      change: forStaff.competitors.change.handler(({ context, input }) =>
        changeCompetitor(context.ctx, context.actor, input),
      ),
    },
  },
})
