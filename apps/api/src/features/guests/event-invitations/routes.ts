import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { inviteJobs } from './jobs.ts'
import { inviteToRoundtable, previewInvite, sendLinkAgain } from './service.ts'

export const eventInvitationsFeature = defineFeature({
  routes: {
    roundtables: {
      invite: forStaff.roundtables.invite.handler(({ context, input }) =>
        inviteToRoundtable(context.ctx, context.actor, input),
      ),
      previewInvite: forStaff.roundtables.previewInvite.handler(({ context, input }) =>
        previewInvite(context.ctx, context.actor, input),
      ),
      sendLink: forStaff.roundtables.sendLink.handler(({ context, input }) =>
        sendLinkAgain(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: inviteJobs,
})
