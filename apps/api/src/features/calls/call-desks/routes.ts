import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listCallDesks, saveCallDesk } from './service.ts'

const { callDesks } = forStaff

export const callDesksFeature = defineFeature({
  routes: {
    callDesks: {
      list: callDesks.list.handler(({ context }) => listCallDesks(context.ctx, context.actor)),
      save: callDesks.save.handler(({ context, input }) => saveCallDesk(context.ctx, context.actor, input)),
    },
  },
})
