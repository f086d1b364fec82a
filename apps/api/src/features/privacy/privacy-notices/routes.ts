import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { readNotice, readNoticeHistory, readSurveyNotice, saveNotice, saveSurveyNotice } from './service.ts'

const { privacyNotices } = forStaff

export const privacyNoticesFeature = defineFeature({
  routes: {
    privacyNotices: {
      get: privacyNotices.get.handler(({ context }) => readNotice(context.ctx, context.actor)),
      save: privacyNotices.save.handler(({ context, input }) =>
        saveNotice(context.ctx, context.actor, input),
      ),
      history: privacyNotices.history.handler(({ context }) => readNoticeHistory(context.ctx, context.actor)),
      ofSurvey: privacyNotices.ofSurvey.handler(({ context, input }) =>
        readSurveyNotice(context.ctx, context.actor, input.id),
      ),
      saveOfSurvey: privacyNotices.saveOfSurvey.handler(({ context, input }) =>
        saveSurveyNotice(context.ctx, context.actor, input),
      ),
    },
  },
})
