import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { addCause, beginSettings, deleteCause, editCause, readSettings, saveSettings } from './service.ts'

export const caseSettingsFeature = defineFeature({
  onStart: beginSettings,
  routes: {
    caseSettings: {
      read: forStaff.caseSettings.read.handler(({ context }) => readSettings(context.ctx, context.actor)),
      save: forStaff.caseSettings.save.handler(({ context, input }) =>
        saveSettings(context.ctx, context.actor, input),
      ),
      addCause: forStaff.caseSettings.addCause.handler(({ context, input }) =>
        addCause(context.ctx, context.actor, input.name),
      ),
      changeCause: forStaff.caseSettings.changeCause.handler(({ context, input }) =>
        editCause(context.ctx, context.actor, input),
      ),
      deleteCause: forStaff.caseSettings.deleteCause.handler(({ context, input }) =>
        deleteCause(context.ctx, context.actor, input.id),
      ),
    },
  },
})
