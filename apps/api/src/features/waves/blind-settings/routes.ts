import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readBlindSettings, saveBlindSettings } from './service.ts'

export const blindSettingsFeature = defineFeature({
  routes: {
    blind: {
      settings: forStaff.blind.settings.handler(({ context }) =>
        readBlindSettings(context.ctx, context.actor),
      ),
      saveSettings: forStaff.blind.saveSettings.handler(({ context, input }) =>
        saveBlindSettings(context.ctx, context.actor, input),
      ),
    },
  },
})
