import { defineFeature } from '../../feature.ts'
import { erasureJobs } from './jobs.ts'

export const erasuresFeature = defineFeature({ jobs: erasureJobs })
