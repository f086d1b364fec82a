import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addTag, changeTag, listTags, removeTag } from './service.ts'

export const commentTagsFeature = defineFeature({
  routes: {
    comments: {
      tags: forStaff.comments.tags.handler(({ context }) => listTags(context.ctx, context.actor)),
      addTag: forStaff.comments.addTag.handler(({ context, input }) =>
        addTag(context.ctx, context.actor, input),
      ),
      changeTag: forStaff.comments.changeTag.handler(({ context, input }) =>
        changeTag(context.ctx, context.actor, input),
      ),
      removeTag: forStaff.comments.removeTag.handler(({ context, input }) =>
        removeTag(context.ctx, context.actor, input.tagId),
      ),
    },
  },
})
