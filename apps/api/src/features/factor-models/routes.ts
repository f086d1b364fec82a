import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { listFactorModels } from './service.ts'

export const factorModelsFeature = defineFeature({
  routes: {
    factorModels: {
      list: forStaff.factorModels.list.handler(() => ({ items: [...listFactorModels()] })),
    },
  },
})
