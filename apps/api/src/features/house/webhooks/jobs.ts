import { can } from '@sixfold/domain/permissions'
import { nextAttempt, outcomeOf } from '@sixfold/domain/webhooks/attempts'
import { addSeconds } from 'date-fns/addSeconds'
import { max } from 'date-fns/max'
import { findMember } from '../../../auth/members.ts'
import type { Context } from '../../../context.ts'
import type { JobHandlers } from '../../../jobs/worker.ts'
import { RunLater } from '../../../jobs/worker.ts'
import type { Answer } from '../../../outgoing/post.ts'
import { post } from '../../../outgoing/post.ts'
import { signedHeaders } from '../../../outgoing/sign.ts'
import { readOrganisation } from '../organisation/service.ts'
import { sendMail } from '../outbox/service.ts'
import type { DeliveryRow, WebhookRow } from './store.ts'
import { findDelivery, findWebhook, noteAttempt, noteFailure, noteSuccess, pauseWebhook } from './store.ts'

/** While a receiver is known to be away, what waits for it asks no more often. */
const REST_SECONDS = 60
const PAUSED_SECONDS = 15 * 60

export const webhookJobs: JobHandlers = {
  'webhook.deliver': async (ctx, { id }) => {
    const delivery = await findDelivery(ctx, String(id))
    const row = delivery?.state === 'waiting' ? await findWebhook(ctx, delivery.webhookId) : null
    if (delivery && row) await deliver(ctx, row, delivery)
  },
}

async function deliver(ctx: Context, row: WebhookRow, delivery: DeliveryRow): Promise<void> {
  const now = ctx.clock.now()
  if (row.state === 'paused') throw new RunLater(addSeconds(now, PAUSED_SECONDS))
  const free = max([row.restUntil ?? now, delivery.nextAt ?? now])
  if (free > now) throw new RunLater(free)
  // Whoever set it up may no longer have it told: it waits until somebody who may resumes it.
  if (!(await isStillAllowed(ctx, row))) {
    await pauseWebhook(ctx, row._id)
    throw new RunLater(addSeconds(now, PAUSED_SECONDS))
  }
  const began = performance.now()
  const answer = await send(ctx, row, delivery)
  const attempt = {
    at: now,
    status: answer.status,
    note: answer.note,
    milliseconds: Math.round(performance.now() - began),
  }
  const outcome = outcomeOf(answer.status)
  if (outcome === 'delivered') {
    await noteAttempt(ctx, delivery._id, attempt, { state: 'delivered', failures: 0, nextAt: null })
    if (row.state === 'failing') await noteSuccess(ctx, row._id)
    return
  }
  const failures = delivery.failures + 1
  const wait = outcome === 'ended' ? null : nextAttempt(failures, answer.retryAfter)
  const nextAt = wait === null ? null : addSeconds(ctx.clock.now(), wait)
  await noteAttempt(ctx, delivery._id, attempt, { state: nextAt ? 'waiting' : 'dead', failures, nextAt })
  if (outcome === 'ended') await pauseWebhook(ctx, row._id)
  else
    await noteFailure(
      ctx,
      row._id,
      now,
      addSeconds(ctx.clock.now(), Math.min(wait ?? REST_SECONDS, REST_SECONDS)),
    )
  if (!nextAt) await tellOwner(ctx, row, delivery)
  else throw new RunLater(nextAt)
}

async function isStillAllowed(ctx: Context, { createdBy, regionIds }: WebhookRow): Promise<boolean> {
  const owner = await findMember(ctx, createdBy)
  if (!owner || !can(owner, 'webhook.edit')) return false
  return regionIds === null
    ? owner.regions === 'all'
    : regionIds.every(regionId => can(owner, 'webhook.edit', { regionId }))
}

function send(ctx: Context, row: WebhookRow, { _id, body }: DeliveryRow): Promise<Answer> {
  const at = ctx.clock.now()
  const secrets = [
    row.secret,
    ...(row.oldSecret && row.oldSecretUntil && row.oldSecretUntil > at ? [row.oldSecret] : []),
  ]
  return post({
    url: row.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Sixfold-Webhooks/1',
      ...signedHeaders(secrets.map(ctx.secrets.decrypt), { id: `msg_${_id}`, at, body }),
    },
    body,
    privateHosts: ctx.config.webhookPrivateHosts,
  })
}

/** Once a time of failing: what is given up waits for a person. */
async function tellOwner(ctx: Context, row: WebhookRow, { _id }: DeliveryRow): Promise<void> {
  const owner = await findMember(ctx, row.createdBy)
  if (!owner) return
  const { name: organisation } = await readOrganisation(ctx)
  await sendMail(ctx, {
    kind: 'webhook-failed',
    key: `webhook-failed:${row._id}:${row.failingSince?.getTime() ?? _id}`,
    to: owner.email,
    language: owner.language,
    values: {
      name: owner.name,
      organisation,
      webhook: row.name,
      link: `${ctx.config.publicUrl}/connections/${row._id}`,
    },
  })
}
