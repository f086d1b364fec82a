import { defineFeature } from '../../feature.ts'
import { quotaJobs } from './jobs.ts'

/** Its procedures are those of open links. */
export const quotasFeature = defineFeature({ jobs: quotaJobs })
