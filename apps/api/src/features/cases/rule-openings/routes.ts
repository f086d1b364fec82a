import { defineFeature } from '../../feature.ts'
import { openingJobs } from './jobs.ts'

export const ruleOpeningsFeature = defineFeature({ jobs: openingJobs })
