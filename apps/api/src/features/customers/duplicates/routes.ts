import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { duplicateJobs } from './jobs.ts'
import { askForSearch, keepApart, listDuplicates, mergePair } from './service.ts'

export const duplicatesFeature = defineFeature({
  routes: {
    duplicates: {
      list: forStaff.duplicates.list.handler(({ context, input }) =>
        listDuplicates(context.ctx, context.actor, input),
      ),
      search: forStaff.duplicates.search.handler(({ context }) => askForSearch(context.ctx, context.actor)),
      keepApart: forStaff.duplicates.keepApart.handler(({ context, input }) =>
        keepApart(context.ctx, context.actor, input.id),
      ),
      merge: forStaff.duplicates.merge.handler(({ context, input }) =>
        mergePair(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: duplicateJobs,
})
