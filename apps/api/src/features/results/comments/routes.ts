import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { commentJobs } from './jobs.ts'
import { readComments, tagComment, tryRule } from './service.ts'

export const commentsFeature = defineFeature({
  routes: {
    comments: {
      list: forStaff.comments.list.handler(({ context, input }) =>
        readComments(context.ctx, context.actor, input),
      ),
      tag: forStaff.comments.tag.handler(({ context, input }) =>
        tagComment(context.ctx, context.actor, input),
      ),
      tryRule: forStaff.comments.tryRule.handler(({ context, input }) =>
        tryRule(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: commentJobs,
})
