import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import type { TouchKind } from '@sixfold/domain/touch-decision'
import type { Context } from '../../../context.ts'
import { defineCollection, isDuplicateKey, newId, trusted } from '../../../db/collection.ts'
import type { WalkPlace } from '../../../db/walk.ts'

export type MailState = 'waiting' | 'sending' | 'sent' | 'kept' | 'withheld' | 'failed' | 'uncertain'

/** The touch that a mail is, as the contact ledger knows it: whom, and why. */
export interface MailTouch {
  touchId: string
  contactId: string
  kind: TouchKind
  purpose: TouchPurpose
  /** What people read in the ledger, such as the name of a wave. */
  subject: string
  waveId?: string
  roundtableId?: string
}

export interface MailRow {
  _id: string
  /** Two mails with one key are one mail. */
  key: string
  kind: string
  to: string
  subject: string
  /** Subject, text, html, headers and calendar: encrypted, because they hold personal links. */
  sealed: string
  state: MailState
  attempts: number
  createdAt: Date
  sentAt: Date | null
  error: string | null
  /** Mails of one lane leave in the order of their numbers. */
  lane?: string
  laneNumber?: number
  touch?: MailTouch
  /** The survey invitation that it carries a link to. */
  invitationId?: string
}

const mails = defineCollection<MailRow>(
  'outbox',
  {
    _id: String,
    key: String,
    kind: String,
    to: String,
    subject: String,
    sealed: String,
    state: String,
    attempts: Number,
    touch: {},
    createdAt: Date,
    sentAt: Date,
    error: String,
    lane: String,
    laneNumber: Number,
    invitationId: String,
  },
  [
    { fields: { key: 1 }, unique: true },
    { fields: { state: 1, _id: -1 } },
    { fields: { to: 1, _id: -1 } },
    { fields: { 'touch.contactId': 1 }, sparse: true },
    { fields: { lane: 1, laneNumber: 1 }, sparse: true },
  ],
)

export type NewMailRow = Pick<
  MailRow,
  'key' | 'kind' | 'to' | 'subject' | 'sealed' | 'state' | 'lane' | 'laneNumber' | 'touch' | 'invitationId'
>

/** Stores a mail unless one with its key exists. */
export async function insertMail(ctx: Context, row: NewMailRow): Promise<{ id: string; fresh: boolean }> {
  const id = newId()
  try {
    await mails(ctx).create({
      _id: id,
      ...row,
      attempts: 0,
      createdAt: ctx.clock.now(),
      sentAt: null,
      error: null,
    })
    return { id, fresh: true }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const earlier = await mails(ctx).findOne({ key: row.key }).select('_id').lean<{ _id: string }>().orFail()
    return { id: earlier._id, fresh: false }
  }
}

/** Whether a mail before this one in its lane has still to leave. */
export async function waitsForEarlier(ctx: Context, id: string): Promise<boolean> {
  const mail = await mails(ctx).findById(id).select('lane laneNumber').lean<MailRow>()
  if (mail?.lane === undefined || mail.laneNumber === undefined) return false
  const earlier = await mails(ctx).exists({
    lane: mail.lane,
    laneNumber: trusted({ $lt: mail.laneNumber }),
    state: trusted({ $in: ['waiting', 'sending'] }),
  })
  return earlier !== null
}

/** Mails that have still to leave, in the order of their ids. */
export function findUnsent(ctx: Context, { after, limit }: WalkPlace): Promise<{ _id: string }[]> {
  return mails(ctx)
    .find({
      state: trusted({ $in: ['waiting', 'sending'] }),
      ...(after === null ? {} : { _id: trusted({ $gt: after }) }),
    })
    .sort({ _id: 1 })
    .limit(limit)
    .select('_id')
    .lean<{ _id: string }[]>()
    .exec()
}

/** Ends a mail that waits, or whose job is replayed, and that must not leave any more. */
export async function withholdMail(ctx: Context, id: string, reason: string): Promise<void> {
  await mails(ctx).updateOne(
    { _id: id, state: trusted({ $in: ['waiting', 'failed'] }) },
    { $set: { state: 'withheld', error: reason } },
  )
}

/** The same for the mails of these keys. */
export async function withholdMails(ctx: Context, keys: readonly string[], reason: string): Promise<void> {
  await mails(ctx).updateMany(
    { key: trusted({ $in: [...keys] }), state: trusted({ $in: ['waiting', 'failed'] }) },
    { $set: { state: 'withheld', error: reason } },
  )
}

/** Takes a waiting mail for sending, or a failed one whose job is replayed; null when another worker has it or it is done. */
export function takeMail(ctx: Context, id: string): Promise<MailRow | null> {
  return mails(ctx)
    .findOneAndUpdate(
      { _id: id, state: trusted({ $in: ['waiting', 'failed'] }) },
      { $set: { state: 'sending' }, $inc: { attempts: 1 } },
      { returnDocument: 'after' },
    )
    .lean<MailRow>()
    .exec()
}

export async function endMail(
  ctx: Context,
  id: string,
  ending: { state: MailState; error: string | null; sentAt: Date | null },
): Promise<void> {
  await mails(ctx).updateOne({ _id: id, state: 'sending' }, { $set: ending })
}

export function findMail(ctx: Context, id: string): Promise<MailRow | null> {
  return mails(ctx).findById(id).lean<MailRow>().exec()
}

/** Mails of a kind that were stored after one of them, in that order. */
export function listMailsAfter(ctx: Context, kind: string, after: string, limit: number): Promise<MailRow[]> {
  return mails(ctx)
    .find({ _id: trusted({ $gt: after }), kind })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<MailRow[]>()
    .exec()
}

/** What a mail says from outside. */
export type MailHead = Pick<MailRow, '_id' | 'to' | 'subject' | 'createdAt' | 'sentAt'>

/** Every mail that was a touch of one of these contacts, or went to one of these addresses, the latest first. */
export async function findMailsTo(
  ctx: Context,
  { contactIds, addresses }: { contactIds: readonly string[]; addresses: readonly string[] },
): Promise<MailHead[]> {
  const found = await mails(ctx)
    .find({
      $or: [
        { 'touch.contactId': trusted({ $in: [...contactIds] }) },
        { to: trusted({ $in: [...addresses] }) },
      ],
    })
    .select('to subject createdAt sentAt')
    .lean<MailHead[]>()
  return found.sort((a, b) => (a._id < b._id ? 1 : -1))
}

export async function deleteMails(ctx: Context, ids: readonly string[]): Promise<void> {
  await mails(ctx).deleteMany({ _id: trusted({ $in: [...ids] }) })
}

/** The states of mails by their keys. */
export async function findStates(
  ctx: Context,
  keys: readonly string[],
): Promise<{ key: string; state: MailState }[]> {
  return mails(ctx)
    .find({ key: trusted({ $in: [...keys] }) })
    .select('key state -_id')
    .lean<{ key: string; state: MailState }[]>()
    .exec()
}

export interface MailSearch {
  state?: MailState | undefined
  search?: string | undefined
  before: string | null
  limit: number
}

export function listMails(ctx: Context, { state, search, before, limit }: MailSearch): Promise<MailRow[]> {
  const filter = {
    ...(state ? { state } : {}),
    ...(search ? { to: search.toLowerCase() } : {}),
    ...(before ? { _id: trusted({ $lt: before }) } : {}),
  }
  return mails(ctx).find(filter).sort({ _id: -1 }).limit(limit).lean<MailRow[]>().exec()
}
