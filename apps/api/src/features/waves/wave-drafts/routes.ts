import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeDraft, discardDraft, launchWave, previewAudience, scheduleWave } from './service.ts'

export const waveDraftsFeature = defineFeature({
  routes: {
    waves: {
      audience: forStaff.waves.audience.handler(({ context, input }) =>
        previewAudience(context.ctx, context.actor, input, context.language),
      ),
      launch: forStaff.waves.launch.handler(({ context, input }) =>
        launchWave(context.ctx, context.actor, input, context.language),
      ),
      change: forStaff.waves.change.handler(({ context, input }) =>
        changeDraft(context.ctx, context.actor, input),
      ),
      discard: forStaff.waves.discard.handler(({ context, input }) =>
        discardDraft(context.ctx, context.actor, input.id),
      ),
      schedule: forStaff.waves.schedule.handler(({ context, input }) =>
        scheduleWave(context.ctx, context.actor, input, context.language),
      ),
    },
  },
})
