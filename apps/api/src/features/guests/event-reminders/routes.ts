import { defineFeature } from '../../feature.ts'
import { eventReminderJobs } from './jobs.ts'

export const eventRemindersFeature = defineFeature({ jobs: eventReminderJobs })
