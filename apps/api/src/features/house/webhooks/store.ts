import type { WebhookEvent } from '@sixfold/domain/webhooks/events'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, trusted } from '../../../db/collection.ts'
import type { WalkPlace } from '../../../db/walk.ts'

export interface WebhookRow {
  _id: string
  name: string
  url: string
  events: WebhookEvent[]
  /** Null: of all regions. */
  regionIds: string[] | null
  state: 'on' | 'failing' | 'paused'
  failingSince: Date | null
  /** Until then nothing is tried: the receiver did not answer. */
  restUntil: Date | null
  /** Encrypted. */
  secret: string
  /** Encrypted; the secret before, as long as both sign. */
  oldSecret: string | null
  oldSecretUntil: Date | null
  createdBy: string
  createdByName: string
  createdAt: Date
  revision: number
}

export interface AttemptRow {
  at: Date
  status: number | null
  note: string
  milliseconds: number
}

export interface DeliveryRow {
  _id: string
  webhookId: string
  /** The same event is told a receiver once. */
  eventId: string
  event: WebhookEvent
  at: Date
  body: string
  state: 'waiting' | 'delivered' | 'dead'
  /** Failed attempts since it was asked for or replayed. */
  failures: number
  nextAt: Date | null
  attempts: AttemptRow[]
  /** How often it was replayed. */
  round: number
  expiresAt: Date
}

const webhooks = defineCollection<WebhookRow>('webhooks', {
  _id: String,
  name: String,
  url: String,
  events: [String],
  regionIds: { type: [String], default: undefined },
  state: String,
  failingSince: Date,
  restUntil: Date,
  secret: String,
  oldSecret: String,
  oldSecretUntil: Date,
  createdBy: String,
  createdByName: String,
  createdAt: Date,
  revision: Number,
})

const deliveries = defineCollection<DeliveryRow>(
  'webhookDeliveries',
  {
    _id: String,
    webhookId: String,
    eventId: String,
    event: String,
    at: Date,
    body: String,
    state: String,
    failures: Number,
    nextAt: Date,
    attempts: [{ _id: false, at: Date, status: Number, note: String, milliseconds: Number }],
    round: Number,
    expiresAt: Date,
  },
  [
    { fields: { webhookId: 1, eventId: 1 }, unique: true },
    { fields: { webhookId: 1, state: 1, _id: -1 } },
    { fields: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
)

export async function insertWebhook(ctx: Context, row: WebhookRow): Promise<void> {
  await webhooks(ctx).create(row)
}

export function findWebhooks(ctx: Context): Promise<WebhookRow[]> {
  return webhooks(ctx).find({}).sort({ _id: 1 }).limit(200).lean<WebhookRow[]>().exec()
}

/** Those that are to be told of this event. */
export async function findListeners(ctx: Context, event: WebhookEvent): Promise<WebhookRow[]> {
  const rows = await findWebhooks(ctx)
  return rows.filter(({ state, events }) => state !== 'paused' && events.includes(event))
}

export function findWebhook(ctx: Context, id: string): Promise<WebhookRow | null> {
  return webhooks(ctx).findById(id).lean<WebhookRow>().exec()
}

/** Changes what the caller saw; null: somebody changed it since. */
export function changeWebhook(
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  fields: Partial<WebhookRow>,
): Promise<WebhookRow | null> {
  return webhooks(ctx)
    .findOneAndUpdate(
      { _id: id, revision },
      { $set: fields, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<WebhookRow>()
    .exec()
}

/** Notes that the receiver failed; keeps since when. Says whether this was the first time. */
export async function noteFailure(ctx: Context, id: string, now: Date, restUntil: Date): Promise<boolean> {
  await webhooks(ctx).updateOne({ _id: id }, { $set: { restUntil } })
  const first = await webhooks(ctx).updateOne(
    { _id: id, state: 'on' },
    { $set: { state: 'failing', failingSince: now } },
  )
  return first.modifiedCount === 1
}

export async function noteSuccess(ctx: Context, id: string): Promise<void> {
  await webhooks(ctx).updateOne(
    { _id: id, state: 'failing' },
    { $set: { state: 'on', failingSince: null, restUntil: null } },
  )
}

export async function pauseWebhook(ctx: Context, id: string): Promise<void> {
  await webhooks(ctx).updateOne({ _id: id }, { $set: { state: 'paused' }, $inc: { revision: 1 } })
}

export async function deleteWebhook(ctx: Context, id: string): Promise<boolean> {
  const { deletedCount } = await webhooks(ctx).deleteOne({ _id: id })
  await deliveries(ctx).deleteMany({ webhookId: id })
  return deletedCount === 1
}

/** Stores a delivery unless the receiver was told of the event before; answers with the one that stands. */
export async function insertDelivery(ctx: Context, row: DeliveryRow): Promise<DeliveryRow> {
  try {
    await deliveries(ctx).create(row)
    return row
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const { webhookId, eventId } = row
    return deliveries(ctx).findOne({ webhookId, eventId }).lean<DeliveryRow>().orFail().exec()
  }
}

/** What waits for a receiver, in the order of the ids. */
export function findWaiting(
  { ctx, webhookId }: { ctx: Context; webhookId: string },
  { after, limit }: WalkPlace,
): Promise<Pick<DeliveryRow, '_id' | 'round'>[]> {
  return deliveries(ctx)
    .find({ webhookId, state: 'waiting', ...(after === null ? {} : { _id: trusted({ $gt: after }) }) })
    .select('round')
    .sort({ _id: 1 })
    .limit(limit)
    .lean<Pick<DeliveryRow, '_id' | 'round'>[]>()
    .exec()
}

export function findDelivery(ctx: Context, id: string): Promise<DeliveryRow | null> {
  return deliveries(ctx).findById(id).lean<DeliveryRow>().exec()
}

/** Notes an attempt on what still waits. */
export async function noteAttempt(
  ctx: Context,
  id: string,
  attempt: AttemptRow,
  then: Pick<DeliveryRow, 'state' | 'failures' | 'nextAt'>,
): Promise<void> {
  await deliveries(ctx).updateOne(
    { _id: id, state: 'waiting' },
    { $set: then, $push: { attempts: { $each: [attempt], $slice: -ATTEMPTS_KEPT } } },
  )
}

const ATTEMPTS_KEPT = 20

/** Puts what arrived or was given up back in line; null: it waits already, or is gone. */
export function resetDelivery(
  ctx: Context,
  { id, webhookId }: { id: string; webhookId: string },
  now: Date,
): Promise<DeliveryRow | null> {
  return deliveries(ctx)
    .findOneAndUpdate(
      { _id: id, webhookId, state: trusted({ $in: ['delivered', 'dead'] }) },
      { $set: { state: 'waiting', failures: 0, nextAt: now }, $inc: { round: 1 } },
      { returnDocument: 'after' },
    )
    .lean<DeliveryRow>()
    .exec()
}

/** The same for what was given up, the oldest first. */
export async function resetDead(
  ctx: Context,
  webhookId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<Pick<DeliveryRow, '_id' | 'round'>[]> {
  const dead = await deliveries(ctx)
    .find({ webhookId, state: 'dead' })
    .select('_id')
    .sort({ _id: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>()
  const these = { _id: trusted({ $in: dead.map(({ _id }) => _id) }) }
  await deliveries(ctx).updateMany(
    { ...these, state: 'dead' },
    { $set: { state: 'waiting', failures: 0, nextAt: now }, $inc: { round: 1 } },
  )
  return deliveries(ctx)
    .find({ ...these, state: 'waiting' })
    .select('round')
    .lean<Pick<DeliveryRow, '_id' | 'round'>[]>()
}

/** The latest first; `cursor` is the last id that was read. */
export function findDeliveries(
  ctx: Context,
  webhookId: string,
  { state, cursor, limit }: { state: DeliveryRow['state'] | null; cursor: string | null; limit: number },
): Promise<DeliveryRow[]> {
  return deliveries(ctx)
    .find({
      webhookId,
      ...(state ? { state } : {}),
      ...(cursor ? { _id: trusted({ $lt: cursor }) } : {}),
    })
    .sort({ _id: -1 })
    .limit(limit)
    .lean<DeliveryRow[]>()
    .exec()
}

export async function countDeliveries(
  ctx: Context,
  webhookId: string,
): Promise<{ waiting: number; dead: number }> {
  const [waiting, dead] = await Promise.all([
    deliveries(ctx).countDocuments({ webhookId, state: 'waiting' }),
    deliveries(ctx).countDocuments({ webhookId, state: 'dead' }),
  ])
  return { waiting, dead }
}
