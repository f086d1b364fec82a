import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { assignTask, closeTask, countOwnTasks, listTasks, reopenTask } from './service.ts'

export const tasksFeature = defineFeature({
  routes: {
    tasks: {
      list: forStaff.tasks.list.handler(({ context, input }) => listTasks(context.ctx, context.actor, input)),
      count: forStaff.tasks.count.handler(({ context }) => countOwnTasks(context.ctx, context.actor)),
      close: forStaff.tasks.close.handler(({ context, input }) =>
        closeTask(context.ctx, context.actor, input),
      ),
      reopen: forStaff.tasks.reopen.handler(({ context, input }) =>
        reopenTask(context.ctx, context.actor, input.id),
      ),
      assign: forStaff.tasks.assign.handler(({ context, input }) =>
        assignTask(context.ctx, context.actor, input),
      ),
    },
  },
})
