import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { draftFromProgramme, draftNext, lookAtNext } from './service.ts'

export const nextWavesFeature = defineFeature({
  routes: {
    programmes: {
      draftWave: forStaff.programmes.draftWave.handler(({ context, input }) =>
        draftFromProgramme(context.ctx, context.actor, input),
      ),
      next: forStaff.programmes.next.handler(({ context, input }) =>
        lookAtNext(context.ctx, context.actor, input.id),
      ),
      draftNext: forStaff.programmes.draftNext.handler(({ context, input }) =>
        draftNext(context.ctx, context.actor, input),
      ),
    },
  },
})
