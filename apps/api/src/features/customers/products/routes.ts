import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { changeProduct, createProduct } from './service.ts'

export const productsFeature = defineFeature({
  routes: {
    products: {
      create: forStaff.products.create.handler(({ context, input }) =>
        createProduct(context.ctx, context.actor, input),
      ),
      change: forStaff.products.change.handler(({ context, input }) =>
        changeProduct(context.ctx, context.actor, input),
      ),
    },
  },
})
