import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addSource, allowQuote, editRequirement, noteRequirement, saveReply, setStatus } from './service.ts'

export const requirementNotesFeature = defineFeature({
  routes: {
    requirements: {
      note: forStaff.requirements.note.handler(({ context, input }) =>
        noteRequirement(context.ctx, context.actor, input),
      ),
      addSource: forStaff.requirements.addSource.handler(({ context, input }) =>
        addSource(context.ctx, context.actor, input),
      ),
      change: forStaff.requirements.change.handler(({ context, input }) =>
        editRequirement(context.ctx, context.actor, input),
      ),
      setStatus: forStaff.requirements.setStatus.handler(({ context, input }) =>
        setStatus(context.ctx, context.actor, input),
      ),
      reply: forStaff.requirements.reply.handler(({ context, input }) =>
        saveReply(context.ctx, context.actor, input),
      ),
      allowQuote: forStaff.requirements.allowQuote.handler(({ context, input }) =>
        allowQuote(context.ctx, context.actor, input),
      ),
    },
  },
})
