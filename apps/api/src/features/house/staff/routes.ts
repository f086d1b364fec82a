import { limitSignIn, limitToken, signInSucceeded } from '../../../http/limits.ts'
import { forAnybody, forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  changeMember,
  changePassword,
  chooseLanguage,
  completeSetup,
  endMember,
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
      changePassword: forStaff.session.changePassword.handler(async ({ context: { ctx, actor }, input }) => {
        await limitSignIn(actor.email, actor.id)
        await changePassword(ctx, actor, input)
        await signInSucceeded(actor.email, actor.id)
      }),
    },
    setup: {
      welcome: forAnybody.setup.welcome.handler(({ context }) => readWelcome(context.ctx)),
      complete: forAnybody.setup.complete.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return completeSetup(context.ctx, input)
      }),
    },
    staff: {
      list: forStaff.staff.list.handler(({ context }) => listStaff(context.ctx, context.actor)),
      invite: forStaff.staff.invite.handler(({ context, input }) =>
        inviteStaff(context.ctx, context.actor, input),
      ),
      withdraw: forStaff.staff.withdraw.handler(({ context, input }) =>
        withdrawInvitation(context.ctx, context.actor, input.id),
      ),
      change: forStaff.staff.change.handler(({ context, input }) =>
        changeMember(context.ctx, context.actor, input),
      ),
      end: forStaff.staff.end.handler(({ context, input }) =>
        endMember(context.ctx, context.actor, input.id),
      ),
      readInvitation: forAnybody.staff.readInvitation.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return readStaffInvitation(context.ctx, input.token)
      }),
      join: forAnybody.staff.join.handler(async ({ context, input }) => {
        await limitToken(input.token)
        return joinStaff(context.ctx, input)
      }),
    },
  },
})
