import { defineFeature } from '../../feature.ts'
import { caseWatchJobs } from './jobs.ts'

export const caseWatchFeature = defineFeature({ jobs: caseWatchJobs })
