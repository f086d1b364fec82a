import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { exportLapsed, listDue, readEndings } from './service.ts'

const { due } = forStaff

export const dueListsFeature = defineFeature({
  routes: {
    due: {
      list: due.list.handler(({ context, input }) => listDue(context.ctx, context.actor, input)),
      endings: due.endings.handler(({ context, input }) => readEndings(context.ctx, context.actor, input)),
      exportLapsed: due.exportLapsed.handler(({ context, input }) =>
        exportLapsed(context.ctx, context.actor, input),
      ),
    },
  },
})
