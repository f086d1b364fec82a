import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listActions, noteAction } from './service.ts'

export const actionsFeature = defineFeature({
  routes: {
    actions: {
      list: forStaff.actions.list.handler(({ context, input }) =>
        listActions(context.ctx, context.actor, input),
      ),
      note: forStaff.actions.note.handler(({ context, input }) =>
        noteAction(context.ctx, context.actor, input),
      ),
    },
  },
})
