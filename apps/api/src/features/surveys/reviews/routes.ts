import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { keepFinding, readKept, reopenFinding } from './service.ts'

export const reviewsFeature = defineFeature({
  routes: {
    reviews: {
      kept: forStaff.reviews.kept.handler(async ({ context, input }) => ({
        items: await readKept(context.ctx, context.actor, input.id),
      })),
      keep: forStaff.reviews.keep.handler(({ context, input }) =>
        keepFinding(context.ctx, context.actor, input),
      ),
      reopen: forStaff.reviews.reopen.handler(({ context, input }) =>
        reopenFinding(context.ctx, context.actor, input),
      ),
    },
  },
})
