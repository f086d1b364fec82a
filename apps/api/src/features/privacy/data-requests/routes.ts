import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  answerRequest,
  carryOutRequest,
  countOpenRequests,
  noteRequest,
  readRequests,
  refuseRequest,
  resumeErasures,
} from './service.ts'

export const dataRequestsFeature = defineFeature({
  onStart: resumeErasures,
  routes: {
    dataRequests: {
      list: forStaff.dataRequests.list.handler(({ context, input }) =>
        readRequests(context.ctx, context.actor, input),
      ),
      count: forStaff.dataRequests.count.handler(({ context }) =>
        countOpenRequests(context.ctx, context.actor),
      ),
      note: forStaff.dataRequests.note.handler(({ context, input }) =>
        noteRequest(context.ctx, context.actor, input),
      ),
      answer: forStaff.dataRequests.answer.handler(({ context, input }) =>
        answerRequest(context.ctx, context.actor, input),
      ),
      carryOut: forStaff.dataRequests.carryOut.handler(({ context, input }) =>
        carryOutRequest(context.ctx, context.actor, input),
      ),
      refuse: forStaff.dataRequests.refuse.handler(({ context, input }) =>
        refuseRequest(context.ctx, context.actor, input),
      ),
    },
  },
})
