import { defineFeature } from '../../feature.ts'
import { answerEvidenceJobs } from './jobs.ts'

export const answerEvidenceFeature = defineFeature({ jobs: answerEvidenceJobs })
