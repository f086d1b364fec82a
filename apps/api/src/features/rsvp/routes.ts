import { forAnybody } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { answerInvitation, readInvitation } from './service.ts'

export const rsvpFeature = defineFeature({
  routes: {
    roundtables: {
      readInvitation: forAnybody.roundtables.readInvitation.handler(({ context, input }) =>
        readInvitation(context.ctx, input.token),
      ),
      answer: forAnybody.roundtables.answer.handler(({ context, input }) =>
        answerInvitation(context.ctx, input),
      ),
    },
  },
})
