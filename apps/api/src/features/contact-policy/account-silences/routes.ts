import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { endSilenceOf, listSilences, silenceAccount } from './service.ts'

const { accountSilences } = forStaff

export const accountSilencesFeature = defineFeature({
  routes: {
    accountSilences: {
      list: accountSilences.list.handler(({ context, input }) =>
        listSilences(context.ctx, context.actor, input.id),
      ),
      open: accountSilences.open.handler(({ context, input }) =>
        silenceAccount(context.ctx, context.actor, input),
      ),
      end: accountSilences.end.handler(({ context, input }) =>
        endSilenceOf(context.ctx, context.actor, input),
      ),
    },
  },
})
