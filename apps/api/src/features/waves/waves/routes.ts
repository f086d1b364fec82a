import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { resumeInviting, waveJobs } from './jobs.ts'
import {
  archiveWave,
  closeWave,
  extendWave,
  listInvitations,
  listWaves,
  mayReadWave,
  pauseWave,
  readCoverage,
  readWave,
  readWaveReminders,
  redrawWave,
  resumeWave,
  withdrawLink,
} from './service.ts'

export const wavesFeature = defineFeature({
  routes: {
    waves: {
      list: forStaff.waves.list.handler(async ({ context }) => ({
        items: await listWaves(context.ctx, context.actor),
      })),
      get: forStaff.waves.get.handler(({ context, input }) => readWave(context.ctx, context.actor, input.id)),
      pause: forStaff.waves.pause.handler(({ context, input }) =>
        pauseWave(context.ctx, context.actor, input.id),
      ),
      resume: forStaff.waves.resume.handler(({ context, input }) =>
        resumeWave(context.ctx, context.actor, input.id),
      ),
      extend: forStaff.waves.extend.handler(({ context, input }) =>
        extendWave(context.ctx, context.actor, input),
      ),
      close: forStaff.waves.close.handler(({ context, input }) =>
        closeWave(context.ctx, context.actor, input.id),
      ),
      archive: forStaff.waves.archive.handler(({ context, input }) =>
        archiveWave(context.ctx, context.actor, input.id),
      ),
      redraw: forStaff.waves.redraw.handler(({ context, input }) =>
        redrawWave(context.ctx, context.actor, input.id),
      ),
      reminders: forStaff.waves.reminders.handler(({ context, input }) =>
        readWaveReminders(context.ctx, context.actor, input.id),
      ),
      coverage: forStaff.waves.coverage.handler(({ context, input }) =>
        readCoverage(context.ctx, context.actor, input.id),
      ),
      invitations: forStaff.waves.invitations.handler(({ context, input }) =>
        listInvitations(context.ctx, context.actor, input),
      ),
      withdraw: forStaff.waves.withdraw.handler(({ context, input }) =>
        withdrawLink(context.ctx, context.actor, input),
      ),
    },
  },
  jobs: waveJobs,
  topics: { wave: mayReadWave },
  onStart: resumeInviting,
})
