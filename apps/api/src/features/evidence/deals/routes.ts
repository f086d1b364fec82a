import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeDeal, codeSide, createDeal, listDeals, listPeople, readDeal } from './service.ts'

export const dealsFeature = defineFeature({
  routes: {
    deals: {
      list: forStaff.deals.list.handler(({ context, input }) => listDeals(context.ctx, context.actor, input)),
      people: forStaff.deals.people.handler(({ context }) => listPeople(context.ctx, context.actor)),
      get: forStaff.deals.get.handler(({ context, input }) => readDeal(context.ctx, context.actor, input.id)),
      create: forStaff.deals.create.handler(({ context, input }) =>
        createDeal(context.ctx, context.actor, input),
      ),
      change: forStaff.deals.change.handler(({ context, input }) =>
        changeDeal(context.ctx, context.actor, input),
      ),
      code: forStaff.deals.code.handler(({ context, input }) => codeSide(context.ctx, context.actor, input)),
    },
  },
})
