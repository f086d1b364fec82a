import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { feedFiles, feedPages } from './pages.ts'
import { listFeeds, makeFeed, revokeFeed } from './service.ts'

export const calendarFeedsFeature = defineFeature({
  routes: {
    calendarFeeds: {
      list: forStaff.calendarFeeds.list.handler(({ context }) => listFeeds(context.ctx, context.actor)),
      make: forStaff.calendarFeeds.make.handler(({ context, input }) =>
        makeFeed(context.ctx, context.actor, input.regionId),
      ),
      revoke: forStaff.calendarFeeds.revoke.handler(async ({ context, input }) => {
        await revokeFeed(context.ctx, context.actor, input.regionId)
        return {}
      }),
    },
  },
  pages: feedPages,
  assets: feedFiles,
})
