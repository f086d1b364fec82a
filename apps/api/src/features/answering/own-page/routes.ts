import { defineFeature } from '../../feature.ts'
import { ownPages } from './pages.ts'

export const ownPageFeature = defineFeature({ pages: ownPages })
