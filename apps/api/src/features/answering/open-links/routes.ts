import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeOpenLink, listOpenLinks, makeOpenLink, revokeOpenLink, setQuotas } from './service.ts'

export const openLinksFeature = defineFeature({
  routes: {
    openLinks: {
      list: forStaff.openLinks.list.handler(({ context, input }) =>
        listOpenLinks(context.ctx, context.actor, input.waveId),
      ),
      make: forStaff.openLinks.make.handler(({ context, input }) =>
        makeOpenLink(context.ctx, context.actor, input),
      ),
      change: forStaff.openLinks.change.handler(({ context, input }) =>
        changeOpenLink(context.ctx, context.actor, input),
      ),
      revoke: forStaff.openLinks.revoke.handler(({ context, input }) =>
        revokeOpenLink(context.ctx, context.actor, input.id),
      ),
      setQuotas: forStaff.openLinks.setQuotas.handler(({ context, input }) =>
        setQuotas(context.ctx, context.actor, input),
      ),
    },
  },
})
