import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { listVersions, nameVersion, readMinutes, readVersion, saveMinutes } from './service.ts'

export const minutesFeature = defineFeature({
  routes: {
    minutes: {
      get: forStaff.minutes.get.handler(({ context, input }) =>
        readMinutes(context.ctx, context.actor, input.id),
      ),
      save: forStaff.minutes.save.handler(({ context, input }) =>
        saveMinutes(context.ctx, context.actor, input),
      ),
      versions: forStaff.minutes.versions.handler(({ context, input }) =>
        listVersions(context.ctx, context.actor, input.id),
      ),
      version: forStaff.minutes.version.handler(({ context, input }) =>
        readVersion(context.ctx, context.actor, input),
      ),
      keep: forStaff.minutes.keep.handler(({ context, input }) =>
        nameVersion(context.ctx, context.actor, input),
      ),
    },
  },
})
