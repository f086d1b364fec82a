import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RULE_JOBS } from '../rule-watch/service.ts'
import { openForBounce, openForScore, openForSilence } from './service.ts'

const scored = z.object({ responseId: z.string(), waveId: z.string() })
const bounced = z.object({ id: z.string(), contactId: z.string() })
const silent = z.object({ accountId: z.string(), waveId: z.string(), waveName: z.string() })

export const openingJobs: JobHandlers = {
  [RULE_JOBS.score]: (ctx, payload) => openForScore(ctx, scored.parse(payload)),
  [RULE_JOBS.bounce]: (ctx, payload) => openForBounce(ctx, bounced.parse(payload)),
  [RULE_JOBS.silence]: (ctx, payload) => openForSilence(ctx, silent.parse(payload)),
}
