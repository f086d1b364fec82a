import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { datePollJobs } from './jobs.ts'
import {
  ask,
  closePoll,
  decideDate,
  previewAsk,
  readPoll,
  removeVoter,
  resumeConversions,
  savePoll,
  setCore,
} from './service.ts'

export const datePollsFeature = defineFeature({
  routes: {
    datePolls: {
      get: forStaff.datePolls.get.handler(({ context, input }) =>
        readPoll(context.ctx, context.actor, input.id),
      ),
      save: forStaff.datePolls.save.handler(({ context, input }) =>
        savePoll(context.ctx, context.actor, input),
      ),
      previewAsk: forStaff.datePolls.previewAsk.handler(({ context, input }) =>
        previewAsk(context.ctx, context.actor, input),
      ),
      ask: forStaff.datePolls.ask.handler(({ context, input }) => ask(context.ctx, context.actor, input)),
      setCore: forStaff.datePolls.setCore.handler(({ context, input }) =>
        setCore(context.ctx, context.actor, input),
      ),
      removeVoter: forStaff.datePolls.removeVoter.handler(({ context, input }) =>
        removeVoter(context.ctx, context.actor, input),
      ),
      close: forStaff.datePolls.close.handler(({ context, input }) =>
        closePoll(context.ctx, context.actor, input),
      ),
      decide: forStaff.datePolls.decide.handler(({ context, input }) =>
        decideDate(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: datePollJobs,
  onStart: resumeConversions,
})
