import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listLibrary, removeFromLibrary, renameInLibrary, saveToLibrary } from './service.ts'

export const questionLibraryFeature = defineFeature({
  routes: {
    questionLibrary: {
      list: forStaff.questionLibrary.list.handler(({ context, input }) =>
        listLibrary(context.ctx, context.actor, input, context.language),
      ),
      save: forStaff.questionLibrary.save.handler(({ context, input }) =>
        saveToLibrary(context.ctx, context.actor, input),
      ),
      rename: forStaff.questionLibrary.rename.handler(({ context, input }) =>
        renameInLibrary(context.ctx, context.actor, input),
      ),
      remove: forStaff.questionLibrary.remove.handler(({ context, input }) =>
        removeFromLibrary(context.ctx, context.actor, input.id),
      ),
    },
  },
})
