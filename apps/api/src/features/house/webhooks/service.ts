import type { StaffMember } from '@sixfold/contract/staff'
import type { Webhook, WebhookDelivery } from '@sixfold/contract/webhooks'
import { can } from '@sixfold/domain/permissions'
import type { WebhookEvent } from '@sixfold/domain/webhooks/events'
import { addDays } from 'date-fns/addDays'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { walk } from '../../../db/walk.ts'
import { AppError } from '../../../errors.ts'
import type { JobOrder } from '../../../jobs/worker.ts'
import { enqueue, enqueueAll } from '../../../jobs/worker.ts'
import { newSigningSecret } from '../../../outgoing/sign.ts'
import { record } from '../audit/service.ts'
import { listRegions } from '../organisation/service.ts'
import type { DeliveryRow, WebhookRow } from './store.ts'
import {
  changeWebhook,
  countDeliveries,
  deleteWebhook,
  findDeliveries,
  findDelivery,
  findListeners,
  findWaiting,
  findWebhook,
  findWebhooks,
  insertDelivery,
  insertWebhook,
  resetDead,
  resetDelivery,
} from './store.ts'

type Fields = z.infer<typeof import('@sixfold/contract/webhooks').webhookFields>

/** How long what was sent can be read and replayed. */
const KEPT_DAYS = 30
/** How long an old secret signs beside the new one. */
const CHANGE_OVER_DAYS = 1
const REPLAYED_AT_ONCE = 1_000

export interface Event {
  type: WebhookEvent
  /** The same id is the same event: told again, it is not sent again. */
  id: string
  /** Whose it is; none: of the whole organisation. */
  regionIds: readonly string[]
  /** Ids and states; nothing a person said, and no address. */
  data: Record<string, string | number | boolean | null>
}

/** Tells every system that listens. What is told may be read by it with its key. */
export async function emitEvent(ctx: Context, event: Event): Promise<void> {
  const listeners = await findListeners(ctx, event.type)
  for (const row of listeners) if (hears(row, event)) await putInLine(ctx, row, event)
}

function hears({ regionIds }: WebhookRow, event: Event): boolean {
  return regionIds === null || event.regionIds.some(id => regionIds.includes(id))
}

async function putInLine(ctx: Context, row: WebhookRow, { type, id, data }: Event): Promise<DeliveryRow> {
  const now = ctx.clock.now()
  const delivery: DeliveryRow = {
    _id: newId(),
    webhookId: row._id,
    eventId: id,
    event: type,
    at: now,
    body: JSON.stringify({ type, timestamp: now.toISOString(), data }),
    state: 'waiting',
    failures: 0,
    nextAt: now,
    attempts: [],
    round: 0,
    expiresAt: addDays(now, KEPT_DAYS),
  }
  const kept = await insertDelivery(ctx, delivery)
  // Also for one that stood already: its job may have been lost between the two writes.
  if (kept.state === 'waiting') await enqueue(ctx, jobOf(kept))
  return kept
}

/** After a crash between a delivery and its job, the delivery gets its job. */
export async function resumeDeliveries(ctx: Context): Promise<void> {
  for (const { _id: webhookId } of await findWebhooks(ctx))
    for await (const rows of walk({ ctx, webhookId }, findWaiting)) await enqueueAll(ctx, rows.map(jobOf))
}

function jobOf({ _id, round }: Pick<DeliveryRow, '_id' | 'round'>): JobOrder {
  return { kind: 'webhook.deliver', key: `webhook:${_id}:${round}`, payload: { id: _id } }
}

export async function listWebhooks(ctx: Context, actor: StaffMember) {
  requireEditor(actor)
  const rows = (await findWebhooks(ctx)).filter(row => reaches(actor, row))
  return { items: await Promise.all(rows.map(row => toWebhook(ctx, row))) }
}

export async function makeWebhook(ctx: Context, actor: StaffMember, fields: Fields) {
  requireEditor(actor)
  const secret = newSigningSecret()
  const { regions, ...rest } = fields
  const row: WebhookRow = {
    _id: newId(),
    ...rest,
    regionIds: regions === 'all' ? null : regions,
    state: 'on',
    failingSince: null,
    restUntil: null,
    secret: ctx.secrets.encrypt(secret),
    oldSecret: null,
    oldSecretUntil: null,
    createdBy: actor.id,
    createdByName: actor.name,
    createdAt: ctx.clock.now(),
    revision: 1,
  }
  if (!reaches(actor, row) || !(await areRegions(ctx, row))) throw new AppError('not_found')
  await insertWebhook(ctx, row)
  await record(ctx, actor, 'webhook.made', `webhook:${row._id}`, row.url)
  return { webhook: await toWebhook(ctx, row), secret }
}

export async function editWebhook(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    revision,
    regions,
    ...fields
  }: { id: string; revision: number; state?: 'on' | 'paused' | undefined } & {
    [Name in keyof Fields]?: Fields[Name] | undefined
  },
): Promise<Webhook> {
  const before = await openWebhook(ctx, actor, id)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const change: Partial<WebhookRow> = {
    ...given,
    ...(regions === undefined ? {} : { regionIds: regions === 'all' ? null : regions }),
    // Whoever sets it going again wants to see it tried.
    ...(fields.state === 'on' || fields.url
      ? { state: fields.state ?? before.state, restUntil: null, failingSince: null }
      : {}),
  }
  const after = { ...before, ...change }
  if (!reaches(actor, after) || !(await areRegions(ctx, after))) throw new AppError('not_found')
  // Whoever resumes it stands for it from then on.
  const stands = fields.state === 'on' ? { createdBy: actor.id, createdByName: actor.name } : {}
  const row = await changeWebhook(ctx, { id, revision }, { ...change, ...stands })
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'webhook.changed', `webhook:${id}`, Object.keys(given).join(', '))
  return toWebhook(ctx, row)
}

export async function renewSecret(ctx: Context, actor: StaffMember, id: string) {
  const before = await openWebhook(ctx, actor, id)
  const secret = newSigningSecret()
  const row = await changeWebhook(
    ctx,
    { id, revision: before.revision },
    {
      secret: ctx.secrets.encrypt(secret),
      oldSecret: before.secret,
      oldSecretUntil: addDays(ctx.clock.now(), CHANGE_OVER_DAYS),
    },
  )
  if (!row) throw new AppError('revision_conflict')
  await record(ctx, actor, 'webhook.secret-renewed', `webhook:${id}`)
  return { webhook: await toWebhook(ctx, row), secret }
}

export async function endWebhook(ctx: Context, actor: StaffMember, id: string): Promise<void> {
  const { url } = await openWebhook(ctx, actor, id)
  await deleteWebhook(ctx, id)
  await record(ctx, actor, 'webhook.ended', `webhook:${id}`, url)
}

/** A test event, to this receiver alone. */
export async function sendTest(ctx: Context, actor: StaffMember, id: string): Promise<WebhookDelivery> {
  const row = await openWebhook(ctx, actor, id)
  if (row.state === 'paused') throw new AppError('wrong_state')
  return toDelivery(
    await putInLine(ctx, row, { type: 'webhook.test', id: newId(), regionIds: [], data: { webhookId: id } }),
  )
}

export async function listDeliveries(
  ctx: Context,
  actor: StaffMember,
  {
    id,
    state,
    cursor,
    limit = 50,
  }: {
    id: string
    state?: DeliveryRow['state'] | undefined
    cursor?: string | undefined
    limit?: number | undefined
  },
) {
  await openWebhook(ctx, actor, id)
  const rows = await findDeliveries(ctx, id, { state: state ?? null, cursor: cursor ?? null, limit })
  return { items: rows.map(toDelivery), next: rows.length === limit ? (rows.at(-1)?._id ?? null) : null }
}

export async function replayDelivery(
  ctx: Context,
  actor: StaffMember,
  { id, deliveryId }: { id: string; deliveryId: string },
): Promise<WebhookDelivery> {
  const { state } = await openWebhook(ctx, actor, id)
  const known = await findDelivery(ctx, deliveryId)
  if (known?.webhookId !== id) throw new AppError('not_found')
  if (state === 'paused') throw new AppError('wrong_state')
  const row = await resetDelivery(ctx, { id: deliveryId, webhookId: id }, ctx.clock.now())
  if (!row) throw new AppError('wrong_state')
  await enqueue(ctx, jobOf(row))
  await record(ctx, actor, 'webhook.replayed', `webhook:${id}`, row.event)
  return toDelivery(row)
}

export async function replayDead(
  ctx: Context,
  actor: StaffMember,
  id: string,
): Promise<{ replayed: number }> {
  await openWebhook(ctx, actor, id)
  const rows = await resetDead(ctx, id, { now: ctx.clock.now(), limit: REPLAYED_AT_ONCE })
  await enqueueAll(ctx, rows.map(jobOf))
  await record(ctx, actor, 'webhook.replayed', `webhook:${id}`, String(rows.length))
  return { replayed: rows.length }
}

async function openWebhook(ctx: Context, actor: StaffMember, id: string): Promise<WebhookRow> {
  requireEditor(actor)
  const row = await findWebhook(ctx, id)
  if (!row || !reaches(actor, row)) throw new AppError('not_found')
  return row
}

function requireEditor(actor: StaffMember): void {
  if (!can(actor, 'webhook.edit')) throw new AppError('not_found')
}

/** Nobody has another system told of regions that are not the own. */
function reaches(actor: StaffMember, { regionIds }: WebhookRow): boolean {
  if (actor.regions === 'all') return true
  const own = actor.regions
  return regionIds?.every(region => own.includes(region)) ?? false
}

async function areRegions(ctx: Context, { regionIds }: WebhookRow): Promise<boolean> {
  const known = new Set((await listRegions(ctx)).map(({ _id }) => _id))
  return regionIds === null || regionIds.every(id => known.has(id))
}

async function toWebhook(ctx: Context, row: WebhookRow): Promise<Webhook> {
  return {
    id: row._id,
    url: row.url,
    name: row.name,
    events: row.events,
    regions: row.regionIds ?? 'all',
    state: row.state,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    revision: row.revision,
    ...(await countDeliveries(ctx, row._id)),
  }
}

function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row._id,
    event: row.event,
    at: row.at.toISOString(),
    state: row.state,
    nextAt: row.state === 'waiting' ? (row.nextAt?.toISOString() ?? null) : null,
    body: row.body,
    attempts: row.attempts.map(({ at, ...attempt }) => ({ at: at.toISOString(), ...attempt })),
  }
}
