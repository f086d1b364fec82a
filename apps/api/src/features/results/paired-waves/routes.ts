import { defineFeature } from '../../feature.ts'
import { pairedWavesJobs } from './jobs.ts'

export const pairedWavesFeature = defineFeature({ jobs: pairedWavesJobs })
