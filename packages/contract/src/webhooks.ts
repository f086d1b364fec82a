import { webhookEvents } from '@sixfold/domain/webhooks/events'
import { z } from 'zod'
import { cursorInput, id, instant, listOf, personProcedure } from './common.ts'
import { regionScope } from './staff.ts'

export const webhookEvent = z.enum(webhookEvents)

/** `failing`: deliveries are tried again; `paused`: somebody stopped it, or its receiver answered 410. */
export const webhookState = z.enum(['on', 'failing', 'paused'])

export const webhook = z.strictObject({
  id,
  url: z.string(),
  name: z.string(),
  events: z.array(webhookEvent),
  regions: regionScope,
  state: webhookState,
  /** Since when nothing has arrived. */
  failingSince: instant.nullable(),
  createdBy: z.string(),
  createdAt: instant,
  revision: z.int(),
  waiting: z.int(),
  dead: z.int(),
})
export type Webhook = z.infer<typeof webhook>

/** What signs is the secret; a password in the address would stand in lists and logs. */
function hasPassword(url: string): boolean {
  return /^https?:\/\/[^/?#]*@/i.test(url)
}

export const webhookFields = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** What may be called is decided with the address it leads to, at each delivery. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine(url => !hasPassword(url)),
  events: z.array(webhookEvent).min(1).max(webhookEvents.length),
  regions: regionScope.refine(regions => regions === 'all' || regions.length > 0),
})

export const deliveryState = z.enum(['waiting', 'delivered', 'dead'])

export const webhookAttempt = z.strictObject({
  at: instant,
  /** Null: there was no answer. */
  status: z.int().nullable(),
  /** Why there was none, or the first words of an answer that refused it. */
  note: z.string(),
  milliseconds: z.int(),
})

export const webhookDelivery = z.strictObject({
  id,
  event: webhookEvent,
  at: instant,
  state: deliveryState,
  nextAt: instant.nullable(),
  /** What was or will be sent, as JSON. */
  body: z.string(),
  attempts: z.array(webhookAttempt),
})
export type WebhookDelivery = z.infer<typeof webhookDelivery>

/** The secret signs what is sent; it is shown when it is made, and never again. */
const withSecret = z.strictObject({ webhook, secret: z.string() })

export const webhooks = {
  list: personProcedure()
    .route({
      method: 'GET',
      path: '/webhooks',
      tags: ['connections'],
      summary: 'Systems that are told of events',
    })
    .output(z.strictObject({ items: z.array(webhook) })),
  make: personProcedure()
    .route({
      method: 'POST',
      path: '/webhooks',
      tags: ['connections'],
      summary: 'Tell another system of events',
    })
    .input(webhookFields)
    .output(withSecret),
  change: personProcedure('revision_conflict')
    .route({ method: 'PATCH', path: '/webhooks/{id}', tags: ['connections'], summary: 'Change a webhook' })
    .input(
      webhookFields
        .partial()
        .extend({ id, revision: z.int().min(1), state: z.enum(['on', 'paused']).optional() }),
    )
    .output(webhook),
  renewSecret: personProcedure()
    .route({
      method: 'POST',
      path: '/webhooks/{id}/secret',
      tags: ['connections'],
      summary: 'Make a new secret; for a day both sign, so that the receiver can change over',
    })
    .input(z.strictObject({ id }))
    .output(withSecret),
  end: personProcedure()
    .route({
      method: 'DELETE',
      path: '/webhooks/{id}',
      tags: ['connections'],
      summary: 'End a webhook and forget its deliveries',
    })
    .input(z.strictObject({ id })),
  test: personProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/webhooks/{id}/test',
      tags: ['connections'],
      summary: 'Send a test event',
    })
    .input(z.strictObject({ id }))
    .output(webhookDelivery),
  deliveries: personProcedure()
    .route({
      method: 'GET',
      path: '/webhooks/{id}/deliveries',
      tags: ['connections'],
      summary: 'What was sent and what came back, the latest first',
    })
    .input(z.strictObject({ id, state: deliveryState.optional(), ...cursorInput }))
    .output(listOf(webhookDelivery)),
  replay: personProcedure('wrong_state')
    .route({
      method: 'POST',
      path: '/webhooks/{id}/deliveries/{deliveryId}/replay',
      tags: ['connections'],
      summary: 'Send one again, under its old id',
    })
    .input(z.strictObject({ id, deliveryId: id }))
    .output(webhookDelivery),
  replayDead: personProcedure()
    .route({
      method: 'POST',
      path: '/webhooks/{id}/replay',
      tags: ['connections'],
      summary: 'Send everything again that was given up',
    })
    .input(z.strictObject({ id }))
    .output(z.strictObject({ replayed: z.int() })),
}
