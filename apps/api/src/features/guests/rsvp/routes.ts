import { limitToken } from '../../../http/limits.ts'
import { forAnybody } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { rsvpPages } from './pages.ts'
import { answerInvitation, readInvitation } from './service.ts'

export const rsvpFeature = defineFeature({
  routes: {
    roundtables: {
      readInvitation: forAnybody.roundtables.readInvitation.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return readInvitation(context.ctx, input.token)
      }),
      answer: forAnybody.roundtables.answer.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return answerInvitation(context.ctx, input)
      }),
    },
  },
  pages: rsvpPages,
})
