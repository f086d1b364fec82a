import { forStaff } from '../../http/procedures.ts'
import { defineFeature } from '../feature.ts'
import { resumeInviting, waveJobs } from './jobs.ts'
import {
  closeWave,
  launchWave,
  listInvitations,
  listWaves,
  mayReadWave,
  previewAudience,
  readWave,
} from './service.ts'

export const wavesFeature = defineFeature({
  routes: {
    waves: {
      list: forStaff.waves.list.handler(async ({ context }) => ({
        items: await listWaves(context.ctx, context.actor),
      })),
      get: forStaff.waves.get.handler(({ context, input }) => readWave(context.ctx, context.actor, input.id)),
      audience: forStaff.waves.audience.handler(({ context, input }) =>
        previewAudience(context.ctx, context.actor, input, context.language),
      ),
      launch: forStaff.waves.launch.handler(({ context, input }) =>
        launchWave(context.ctx, context.actor, input, context.language),
      ),
      close: forStaff.waves.close.handler(({ context, input }) =>
        closeWave(context.ctx, context.actor, input.id),
      ),
      invitations: forStaff.waves.invitations.handler(({ context, input }) =>
        listInvitations(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: waveJobs,
  topics: { wave: mayReadWave },
  onStart: resumeInviting,
})
