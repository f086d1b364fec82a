import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { runInvitations } from './service.ts'

const invite = z.object({ roundtableId: z.string(), guestIds: z.array(z.string()) })

export const inviteJobs: JobHandlers = {
  'guests.invite': (ctx, payload) => {
    const { roundtableId, guestIds } = invite.parse(payload)
    return runInvitations(ctx, roundtableId, guestIds)
  },
}
