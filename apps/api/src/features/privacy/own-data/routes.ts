import { defineFeature } from '../../feature.ts'
import { ownDataPages } from './pages.ts'

export const ownDataFeature = defineFeature({ pages: ownDataPages })
