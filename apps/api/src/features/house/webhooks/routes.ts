import { forStaff } from '../../../http/procedures.ts'
import { defineFeature } from '../../feature.ts'
import { webhookJobs } from './jobs.ts'
import {
  editWebhook,
  endWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  renewSecret,
  replayDead,
  replayDelivery,
  resumeDeliveries,
  sendTest,
} from './service.ts'

const { webhooks } = forStaff

export const webhooksFeature = defineFeature({
  routes: {
    webhooks: {
      list: webhooks.list.handler(({ context }) => listWebhooks(context.ctx, context.actor)),
      make: webhooks.make.handler(({ context, input }) => makeWebhook(context.ctx, context.actor, input)),
      change: webhooks.change.handler(({ context, input }) => editWebhook(context.ctx, context.actor, input)),
      renewSecret: webhooks.renewSecret.handler(({ context, input }) =>
        renewSecret(context.ctx, context.actor, input.id),
      ),
      end: webhooks.end.handler(({ context, input }) => endWebhook(context.ctx, context.actor, input.id)),
      test: webhooks.test.handler(({ context, input }) => sendTest(context.ctx, context.actor, input.id)),
      deliveries: webhooks.deliveries.handler(({ context, input }) =>
        listDeliveries(context.ctx, context.actor, input),
      ),
      replay: webhooks.replay.handler(({ context, input }) =>
        replayDelivery(context.ctx, context.actor, input),
      ),
      replayDead: webhooks.replayDead.handler(({ context, input }) =>
        replayDead(context.ctx, context.actor, input.id),
      ),
    },
  },
  jobs: webhookJobs,
  onStart: resumeDeliveries,
})
