import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { runPromotion, settle, settleLapses } from './service.ts'

const promotion = z.object({ roundtableId: z.string() })
const settling = z.object({
  roundtableId: z.string(),
  guestIds: z.array(z.string()).exactOptional(),
})

const lapses = z.object({ roundtableId: z.string(), guestIds: z.array(z.string()), revision: z.number() })

export const upkeepJobs: JobHandlers = {
  'roundtable.promote': (ctx, payload) => runPromotion(ctx, promotion.parse(payload).roundtableId),
  'roundtable.settle': (ctx, payload) => settle(ctx, settling.parse(payload)),
  'roundtable.lapsed': (ctx, payload) => settleLapses(ctx, lapses.parse(payload)),
}
