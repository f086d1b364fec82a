import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { mayFollowSurvey } from './live.ts'
import {
  createSurvey,
  listSurveys,
  listVersions,
  publishSurvey,
  readSurvey,
  readVersion,
  readVersionBefore,
  saveSurvey,
} from './service.ts'

export const surveysFeature = defineFeature({
  routes: {
    surveys: {
      list: forStaff.surveys.list.handler(async ({ context }) => ({
        items: await listSurveys(context.ctx, context.actor),
      })),
      create: forStaff.surveys.create.handler(({ context, input }) =>
        createSurvey(context.ctx, context.actor, input),
      ),
      get: forStaff.surveys.get.handler(({ context, input }) =>
        readSurvey(context.ctx, context.actor, input.id),
      ),
      save: forStaff.surveys.save.handler(({ context, input }) =>
        saveSurvey(context.ctx, context.actor, input, context.language),
      ),
      publish: forStaff.surveys.publish.handler(({ context, input }) =>
        publishSurvey(context.ctx, context.actor, input, context.language),
      ),
      listVersions: forStaff.surveys.listVersions.handler(async ({ context, input }) => ({
        items: await listVersions(context.ctx, context.actor, input.id),
      })),
      getVersionBefore: forStaff.surveys.getVersionBefore.handler(async ({ context, input }) => ({
        version: await readVersionBefore(context.ctx, context.actor, input.id),
      })),
      getVersion: forStaff.surveys.getVersion.handler(({ context, input }) =>
        readVersion(context.ctx, context.actor, input),
      ),
    },
  },
  topics: { survey: mayFollowSurvey },
})
