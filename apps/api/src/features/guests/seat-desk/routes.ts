import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  answerForGuest,
  changeGuestSide,
  checkInGuest,
  checkInWalkIn,
  moveGuest,
  readSeatList,
  releaseGuest,
  undoGuestCheckIn,
} from './service.ts'

const { seats } = forStaff

export const seatDeskFeature = defineFeature({
  routes: {
    seats: {
      read: seats.read.handler(({ context, input }) => readSeatList(context.ctx, context.actor, input)),
      move: seats.move.handler(({ context, input }) => moveGuest(context.ctx, context.actor, input)),
      changeSide: seats.changeSide.handler(({ context, input }) =>
        changeGuestSide(context.ctx, context.actor, input),
      ),
      release: seats.release.handler(({ context, input }) => releaseGuest(context.ctx, context.actor, input)),
      answer: seats.answer.handler(({ context, input }) => answerForGuest(context.ctx, context.actor, input)),
      checkIn: seats.checkIn.handler(({ context, input }) => checkInGuest(context.ctx, context.actor, input)),
      undoCheckIn: seats.undoCheckIn.handler(({ context, input }) =>
        undoGuestCheckIn(context.ctx, context.actor, input),
      ),
      walkIn: seats.walkIn.handler(({ context, input }) => checkInWalkIn(context.ctx, context.actor, input)),
    },
  },
})
