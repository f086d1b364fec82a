import { defineFeature } from '../../feature.ts'
import { upkeepJobs } from './jobs.ts'
import { settleUpcoming } from './service.ts'

export const eventUpkeepFeature = defineFeature({ jobs: upkeepJobs, onStart: settleUpcoming })
