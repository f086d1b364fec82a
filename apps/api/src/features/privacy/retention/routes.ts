import { defineFeature } from '../../feature.ts'
import { planLook, retentionJobs } from './jobs.ts'

export const retentionFeature = defineFeature({ jobs: retentionJobs, onStart: planLook })
