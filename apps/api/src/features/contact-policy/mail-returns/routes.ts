import { defineFeature } from '../../feature.ts'
import { mailReturnJobs } from './jobs.ts'
import { mailReturnCalls } from './pages.ts'

export const mailReturnsFeature = defineFeature({ calls: mailReturnCalls, jobs: mailReturnJobs })
