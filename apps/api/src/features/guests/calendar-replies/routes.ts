import { defineFeature } from '../../feature.ts'
import { calendarReplyJobs } from './jobs.ts'

export const calendarRepliesFeature = defineFeature({ jobs: calendarReplyJobs })
