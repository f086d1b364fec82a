import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addList, listCalendars, readCalendar, saveCalendar } from './service.ts'

const { regionCalendars } = forStaff

export const regionCalendarsFeature = defineFeature({
  routes: {
    regionCalendars: {
      list: regionCalendars.list.handler(async ({ context }) => ({
        items: await listCalendars(context.ctx, context.actor),
      })),
      get: regionCalendars.get.handler(({ context, input }) =>
        readCalendar(context.ctx, context.actor, input),
      ),
      save: regionCalendars.save.handler(({ context, input }) =>
        saveCalendar(context.ctx, context.actor, input, context.language),
      ),
      addList: regionCalendars.addList.handler(({ context, input }) =>
        addList(context.ctx, context.actor, input, context.language),
      ),
    },
  },
})
