import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import {
  createFactorModel,
  listFactorModels,
  readFactorModel,
  removeFactorModel,
  saveFactorModel,
} from './service.ts'

export const factorModelsFeature = defineFeature({
  routes: {
    factorModels: {
      list: forStaff.factorModels.list.handler(async ({ context }) => ({
        items: await listFactorModels(context.ctx, context.actor),
      })),
      get: forStaff.factorModels.get.handler(({ context, input }) =>
        readFactorModel(context.ctx, context.actor, input),
      ),
      create: forStaff.factorModels.create.handler(({ context, input }) =>
        createFactorModel(context.ctx, context.actor, input.model, context.language),
      ),
      save: forStaff.factorModels.save.handler(({ context, input }) =>
        saveFactorModel(context.ctx, context.actor, input, context.language),
      ),
      remove: forStaff.factorModels.remove.handler(({ context, input }) =>
        removeFactorModel(context.ctx, context.actor, input),
      ),
    },
  },
})
