import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readChoice, setMix } from './service.ts'

export const guestChoiceFeature = defineFeature({
  routes: {
    guestChoice: {
      get: forStaff.guestChoice.get.handler(({ context, input }) =>
        readChoice(context.ctx, context.actor, input),
      ),
      setMix: forStaff.guestChoice.setMix.handler(({ context, input }) =>
        setMix(context.ctx, context.actor, input),
      ),
    },
  },
})
