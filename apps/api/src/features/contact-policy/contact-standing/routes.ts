import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { noteForContact, optIn, optOut, recordConsent, setDoNotCall, withdrawConsent } from './service.ts'

const { contactLedger } = forStaff

export const contactStandingFeature = defineFeature({
  routes: {
    contactLedger: {
      recordConsent: contactLedger.recordConsent.handler(({ context: { ctx, actor }, input }) => {
        const { id, at, ...consent } = input
        return noteForContact(ctx, actor, id, {
          action: 'consent',
          detail: `${consent.purpose}: ${consent.wordingVersion}`,
          change: () => recordConsent(ctx, id, { ...consent, at: new Date(at) }),
        })
      }),
      withdrawConsent: contactLedger.withdrawConsent.handler(({ context: { ctx, actor }, input }) =>
        noteForContact(ctx, actor, input.id, {
          action: 'withdraw_consent',
          detail: input.purpose,
          change: () => withdrawConsent(ctx, input.id, input.purpose),
        }),
      ),
      setDoNotCall: contactLedger.setDoNotCall.handler(({ context: { ctx, actor }, input }) =>
        noteForContact(ctx, actor, input.id, {
          action: input.doNotCall ? 'do_not_call' : 'may_call',
          detail: input.source,
          change: () => setDoNotCall(ctx, input.id, input.doNotCall ? input.source : null),
        }),
      ),
      optOut: contactLedger.optOut.handler(({ context: { ctx, actor }, input }) =>
        noteForContact(ctx, actor, input.id, {
          action: 'opt_out',
          detail: `${input.purpose}: ${input.source}`,
          change: () => optOut(ctx, input.id, input.purpose, input.source),
        }),
      ),
      optIn: contactLedger.optIn.handler(({ context: { ctx, actor }, input }) =>
        noteForContact(ctx, actor, input.id, {
          action: 'opt_in',
          detail: `${input.purpose}: ${input.source}`,
          change: () => optIn(ctx, input.id, input.purpose, input.source),
        }),
      ),
    },
  },
})
