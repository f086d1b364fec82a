import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addSpeaker, changeSpeaker, listSpeakers } from './service.ts'

const { speakers } = forStaff

export const speakerTimesFeature = defineFeature({
  routes: {
    speakers: {
      list: speakers.list.handler(({ context }) => listSpeakers(context.ctx, context.actor)),
      add: speakers.add.handler(({ context, input }) => addSpeaker(context.ctx, context.actor, input)),
      change: speakers.change.handler(({ context, input }) =>
        changeSpeaker(context.ctx, context.actor, input),
      ),
    },
  },
})
