import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addRival, listRivals, removeRival } from './service.ts'

const { rivalries } = forStaff

export const rivalriesFeature = defineFeature({
  routes: {
    rivalries: {
      list: rivalries.list.handler(({ context, input }) => listRivals(context.ctx, context.actor, input.id)),
      add: rivalries.add.handler(({ context, input }) => addRival(context.ctx, context.actor, input)),
      remove: rivalries.remove.handler(({ context, input }) =>
        removeRival(context.ctx, context.actor, input),
      ),
    },
  },
})
