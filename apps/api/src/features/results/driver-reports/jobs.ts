import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { WORK_OUT_DRIVERS, workOutDrivers } from './service.ts'

const payloadSchema = z.object({ waveId: z.string() })

export const driverReportJobs: JobHandlers = {
  [WORK_OUT_DRIVERS]: (ctx, payload) => workOutDrivers(ctx, payloadSchema.parse(payload).waveId),
}
