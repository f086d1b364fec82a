import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { openLiveRooms } from './live.ts'
import { livePages } from './pages.ts'
import {
  addItem,
  closeRoom,
  moderate,
  openRoom,
  readRoom,
  removeItem,
  requirementOf,
  setItem,
  setModerated,
  silenceOf,
} from './service.ts'

export const liveRoomsFeature = defineFeature({
  routes: {
    liveRooms: {
      get: forStaff.liveRooms.get.handler(async ({ context, input }) => ({
        room: await readRoom(context.ctx, context.actor, input.id),
      })),
      open: forStaff.liveRooms.open.handler(({ context, input }) =>
        openRoom(context.ctx, context.actor, input.id),
      ),
      close: forStaff.liveRooms.close.handler(({ context, input }) =>
        closeRoom(context.ctx, context.actor, input.id),
      ),
      setModerated: forStaff.liveRooms.setModerated.handler(({ context, input }) =>
        setModerated(context.ctx, context.actor, input),
      ),
      addItem: forStaff.liveRooms.addItem.handler(({ context, input }) =>
        addItem(context.ctx, context.actor, input),
      ),
      removeItem: forStaff.liveRooms.removeItem.handler(({ context, input }) =>
        removeItem(context.ctx, context.actor, input),
      ),
      setItem: forStaff.liveRooms.setItem.handler(({ context, input }) =>
        setItem(context.ctx, context.actor, input),
      ),
      silence: forStaff.liveRooms.silence.handler(({ context, input }) =>
        silenceOf(context.ctx, context.actor, input),
      ),
      moderate: forStaff.liveRooms.moderate.handler(({ context, input }) =>
        moderate(context.ctx, context.actor, input),
      ),
      noteRequirement: forStaff.liveRooms.noteRequirement.handler(({ context, input }) =>
        requirementOf(context.ctx, context.actor, input),
      ),
    },
  },
  pages: livePages,
  rooms: openLiveRooms,
})
