import { defineFeature } from '../../feature.ts'
import { dueJobs, keepLooking } from './jobs.ts'

export const dueFeature = defineFeature({ jobs: dueJobs, onStart: keepLooking })
