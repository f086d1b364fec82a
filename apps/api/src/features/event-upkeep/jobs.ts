import { z } from 'zod'
import type { JobHandlers } from '../../jobs/worker.ts'
import { runPromotion, settle } from './service.ts'

const promotion = z.object({ roundtableId: z.string() })
const settling = z.object({
  roundtableId: z.string(),
  guestIds: z.array(z.string()).exactOptional(),
})

export const upkeepJobs: JobHandlers = {
  'roundtable.promote': (ctx, payload) => runPromotion(ctx, promotion.parse(payload).roundtableId),
  'roundtable.settle': (ctx, payload) => settle(ctx, settling.parse(payload)),
}
