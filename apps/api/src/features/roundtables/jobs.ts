import { z } from 'zod'
import type { JobHandlers } from '../../jobs/worker.ts'
import { runInvitations, runPromotion, settle } from './service.ts'

const invite = z.object({ roundtableId: z.string(), guestIds: z.array(z.string()) })
const promotion = z.object({ roundtableId: z.string() })
const settling = z.object({
  roundtableId: z.string(),
  guestIds: z.array(z.string()).exactOptional(),
})

export const roundtableJobs: JobHandlers = {
  'guests.invite': (ctx, payload) => {
    const { roundtableId, guestIds } = invite.parse(payload)
    return runInvitations(ctx, roundtableId, guestIds)
  },
  'roundtable.promote': (ctx, payload) => runPromotion(ctx, promotion.parse(payload).roundtableId),
  'roundtable.settle': (ctx, payload) => settle(ctx, settling.parse(payload)),
}
