import type { JobHandlers } from '../../../jobs/worker.ts'
import { WORK_OUT_LINKS, workOutLinks } from './service.ts'

export const evidenceLinksJobs: JobHandlers = {
  [WORK_OUT_LINKS]: ctx => workOutLinks(ctx),
}
