import { z } from 'zod'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { countPreview } from './service.ts'

const payloadSchema = z.object({ waveId: z.string(), look: z.string() })

export const wavePreviewJobs: JobHandlers = {
  'wave.preview': async (ctx, payload) => {
    const { waveId, look } = payloadSchema.parse(payload)
    await countPreview(ctx, waveId, look)
  },
}
