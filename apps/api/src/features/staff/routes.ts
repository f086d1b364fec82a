import { forAnybody, forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import {
  chooseLanguage,
  completeSetup,
  inviteStaff,
  joinStaff,
  listStaff,
  readSession,
  readStaffInvitation,
  readWelcome,
  withdrawInvitation,
} from './service.ts'

export const staffFeature = defineFeature({
  routes: {
    session: {
      get: forStaff.session.get.handler(({ context }) => readSession(context.ctx, context.actor)),
      setLanguage: forStaff.session.setLanguage.handler(({ context, input }) =>
        chooseLanguage(context.ctx, context.actor, input.language),
      ),
    },
    setup: {
      welcome: forAnybody.setup.welcome.handler(({ context }) => readWelcome(context.ctx)),
      complete: forAnybody.setup.complete.handler(({ context, input }) => completeSetup(context.ctx, input)),
    },
    staff: {
      list: forStaff.staff.list.handler(({ context }) => listStaff(context.ctx, context.actor)),
      invite: forStaff.staff.invite.handler(({ context, input }) =>
        inviteStaff(context.ctx, context.actor, input),
      ),
      withdraw: forStaff.staff.withdraw.handler(({ context, input }) =>
        withdrawInvitation(context.ctx, context.actor, input.id),
      ),
      readInvitation: forAnybody.staff.readInvitation.handler(({ context, input }) =>
        readStaffInvitation(context.ctx, input.token),
      ),
      join: forAnybody.staff.join.handler(({ context, input }) => joinStaff(context.ctx, input)),
    },
  },
})
