import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  changeInstallation,
  createInstallation,
  readInstallations,
  readProducts,
  removeInstallation,
} from './service.ts'

export const installationsFeature = defineFeature({
  routes: {
    products: {
      list: forStaff.products.list.handler(({ context }) => readProducts(context.ctx, context.actor)),
    },
    installations: {
      list: forStaff.installations.list.handler(({ context, input }) =>
        readInstallations(context.ctx, context.actor, input.accountId),
      ),
      create: forStaff.installations.create.handler(({ context, input }) =>
        createInstallation(context.ctx, context.actor, input),
      ),
      change: forStaff.installations.change.handler(({ context, input }) =>
        changeInstallation(context.ctx, context.actor, input),
      ),
      remove: forStaff.installations.remove.handler(({ context, input }) =>
        removeInstallation(context.ctx, context.actor, input),
      ),
    },
  },
})
