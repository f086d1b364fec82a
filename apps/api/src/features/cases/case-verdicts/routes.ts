import { defineFeature } from '../../feature.ts'
import { casePages } from './pages.ts'

export const caseVerdictsFeature = defineFeature({ pages: casePages })
