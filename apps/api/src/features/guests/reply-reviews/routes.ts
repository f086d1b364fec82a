import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { decideReply, listCalendarReplies, uploadReply } from './service.ts'

export const replyReviewsFeature = defineFeature({
  routes: {
    calendarReplies: {
      list: forStaff.calendarReplies.list.handler(({ context, input }) =>
        listCalendarReplies(context.ctx, context.actor, input.id),
      ),
      upload: forStaff.calendarReplies.upload.handler(({ context, input }) =>
        uploadReply(context.ctx, context.actor, input),
      ),
      decide: forStaff.calendarReplies.decide.handler(({ context, input }) =>
        decideReply(context.ctx, context.actor, input),
      ),
    },
  },
})
