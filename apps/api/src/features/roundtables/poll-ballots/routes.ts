import { limitToken } from '../../../http/limits.ts'
import { forAnybody } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { ballotPages } from './pages.ts'
import { readBallot, vote } from './service.ts'

export const pollBallotsFeature = defineFeature({
  routes: {
    datePolls: {
      readBallot: forAnybody.datePolls.readBallot.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return readBallot(context.ctx, input.token)
      }),
      vote: forAnybody.datePolls.vote.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return vote(context.ctx, input)
      }),
    },
  },
  pages: ballotPages,
})
