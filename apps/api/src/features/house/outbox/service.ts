import type { StaffMember } from '@sixfold/contract/staff'
import type { UiLanguage, WordValues } from '@sixfold/contract/words'
import { can } from '@sixfold/domain/permissions'
import { addSeconds } from 'date-fns/addSeconds'
import type { Context } from '../../../context.ts'
import { walk } from '../../../db/walk.ts'
import { AppError } from '../../../errors.ts'
import type { JobOrder } from '../../../jobs/worker.ts'
import { enqueue, enqueueAll, MAX_ATTEMPTS, RunLater } from '../../../jobs/worker.ts'
import type { OutgoingMail } from '../../../mail-transport.ts'
import { MailUncertain } from '../../../mail-transport.ts'
import { composeMail } from '../../../mails/compose.ts'
import type { MailKind } from '../../../mails/words.ts'
import { isSameSecret } from '../../../secrets.ts'
import { submittedAmong } from '../../answering/responses/service.ts'
import { mayStillLeave } from '../../contact-policy/contact-ledger/service.ts'
import { isPaused } from '../../waves/wave-records/service.ts'
import { record } from '../audit/service.ts'
import type { MailRow, MailState, MailTouch } from './store.ts'
import {
  endMail,
  findMail,
  findStates,
  findUnsent,
  insertMail,
  listMails,
  listMailsAfter,
  takeMail,
  waitsForEarlier,
  withholdMail,
} from './store.ts'

/** How long a mail waits for the one before it in its lane until it looks again. */
const LANE_WAIT_SECONDS = 5
/** A paused wave is looked at again after this. */
const PAUSED_WAIT_SECONDS = 60

export interface MailOrder {
  kind: MailKind
  /** The same key is the same mail: ordering it again sends nothing. */
  key: string
  to: string
  language: UiLanguage
  /** Who it says sends it, where that is not the house; the address stays the house's unless another one is set. */
  from?: string
  /** `link` is where the button leads. */
  values: WordValues & { link: string }
  /** An https address that unsubscribes by one POST (RFC 8058). */
  unsubscribe?: string
  calendar?: { method: string; content: string }
  /** Mails of one lane leave in the order of their numbers, such as a cancellation after what it cancels. */
  lane?: { name: string; number: number }
  /** For mail that a contact did not ask for: however long it waits, it leaves only in the contact's hours (law 3). */
  touch?: MailTouch
  invitationId?: string
}

const LETTERS_AT_ONCE = 5000

/** What is encrypted at rest. */
interface MailContent {
  from?: string
  text: string
  html: string
  headers: Record<string, string>
  calendar: { method: string; content: string } | null
}

/** Puts a mail into the outbox; it leaves by a job where an SMTP server is set, and stays readable in any case. */
export async function sendMail(ctx: Context, order: MailOrder): Promise<{ id: string }> {
  const { subject, html, text } = await composeMail(order.kind, order.language, order.values)
  const content: MailContent = {
    ...(order.from ? { from: order.from } : {}),
    text,
    html,
    headers: headersOf(order),
    calendar: order.calendar ?? null,
  }
  const { id } = await insertMail(ctx, {
    key: order.key,
    kind: order.kind,
    to: order.to.toLowerCase(),
    subject,
    sealed: ctx.secrets.encrypt(JSON.stringify(content)),
    state: ctx.mail.configured ? 'waiting' : 'kept',
    ...(order.lane ? { lane: order.lane.name, laneNumber: order.lane.number } : {}),
    ...(order.touch ? { touch: order.touch } : {}),
    ...(order.invitationId ? { invitationId: order.invitationId } : {}),
  })
  // Also for a mail that stood already: its job may have been lost between the two writes.
  if (ctx.mail.configured) await enqueue(ctx, deliveryOf(id))
  return { id }
}

/**
 * Sends one mail. A mail found in `sending` belongs to a process that died between handing it over and noting that:
 * it may have left, so it is marked uncertain and never sent again by itself (R20).
 */
export async function deliver(ctx: Context, id: string): Promise<void> {
  if (await waitsForEarlier(ctx, id)) throw new RunLater(addSeconds(ctx.clock.now(), LANE_WAIT_SECONDS))
  if (!(await mayLeave(ctx, id))) return
  const mail = await takeMail(ctx, id)
  if (!mail) {
    await endMail(ctx, id, { state: 'uncertain', error: 'the process ended while sending', sentAt: null })
    return
  }
  try {
    await ctx.mail.send(toOutgoing(ctx, mail))
  } catch (error) {
    return endUnsent(ctx, mail, error)
  }
  await endMail(ctx, id, { state: 'sent', error: null, sentAt: ctx.clock.now() })
  ctx.metrics.mails.inc({ outcome: 'sent' })
}

/**
 * Whether the contact's hours and wishes still allow a mail that may have waited since the contact policy allowed it.
 * Outside the hours, and while its wave is paused, its job is put off; who has opted out meanwhile gets nothing.
 */
async function mayLeave(ctx: Context, id: string): Promise<boolean> {
  const mail = await findMail(ctx, id)
  // A failed one is here because somebody replays its job, perhaps weeks later.
  if (!mail?.touch || (mail.state !== 'waiting' && mail.state !== 'failed')) return true
  if (mail.touch.waveId !== undefined && (await isPaused(ctx, mail.touch.waveId)))
    throw new RunLater(addSeconds(ctx.clock.now(), PAUSED_WAIT_SECONDS))
  const { invitationId } = mail
  if (invitationId !== undefined && (await submittedAmong(ctx, [invitationId])).has(invitationId)) {
    await withholdMail(ctx, id, 'already_finished')
    return false
  }
  const decision = await mayStillLeave(ctx, mail.touch)
  if (decision.decision === 'allow') return true
  if (decision.earliest) throw new RunLater(decision.earliest)
  await withholdMail(ctx, id, decision.reason)
  return false
}

/** Throws what a later run may mend. With the last run of its job the mail counts as failed, until somebody replays it. */
async function endUnsent(ctx: Context, mail: MailRow, error: unknown): Promise<void> {
  const uncertain = error instanceof MailUncertain
  const final = uncertain || isFinalRefusal(error)
  const failed = final || mail.attempts % MAX_ATTEMPTS === 0
  const state = uncertain ? 'uncertain' : failed ? 'failed' : 'waiting'
  const message = error instanceof Error ? error.message : String(error)
  if (final && !uncertain) await noteRefusal(ctx, mail, error)
  await endMail(ctx, mail._id, { state, error: message.slice(0, 300), sentAt: null })
  ctx.metrics.mails.inc({ outcome: state === 'waiting' ? 'retried' : state })
  if (!final) throw error
}

/** What the mail server says to a mail or its reader means the same as when it comes back later. */
async function noteRefusal(ctx: Context, { _id: id }: MailRow, error: unknown): Promise<void> {
  const { command, response } = error as { command?: unknown; response?: unknown }
  // The sender's own address is not the reader's fault.
  if (command === 'MAIL FROM') return
  await enqueue(ctx, {
    kind: 'mail.refused',
    key: `mail-refused:${id}`,
    payload: { id, reply: String(response ?? '') },
  })
}

function toOutgoing(ctx: Context, mail: MailRow): OutgoingMail {
  const { hostname } = new URL(ctx.config.publicUrl)
  const name = `${mail._id}.${ctx.secrets.markOfMail(mail._id)}`
  const { from, ...content } = open(ctx, mail)
  return {
    ...content,
    ...(from ? { from: { name: from, address: addressOfBlindMail(ctx) } } : {}),
    to: mail.to,
    subject: mail.subject,
    messageId: `<${name}@${hostname}>`,
    envelopeId: name,
  }
}

/** How our mails are named in what comes back. */
export const MAIL_NAME = /\b[0-9a-f]{24}\.[0-9a-f]{32}\b/gi

/** The first of these mails that is ours; a name that was made up names none. */
export async function mailByName(ctx: Context, names: readonly string[]): Promise<MailRow | null> {
  for (const name of names) {
    const [id = '', mark = ''] = name.split('.')
    const mail = isSameSecret(mark, ctx.secrets.markOfMail(id)) ? await findMail(ctx, id) : null
    if (mail) return mail
  }
  return null
}

export type { MailRow } from './store.ts'
export { deleteMails, findMail, findMailsTo, withholdMails } from './store.ts'

/** After a crash between a mail and its job, the mail gets its job. */
export async function resumeMails(ctx: Context): Promise<void> {
  if (!ctx.mail.configured) return
  for await (const unsent of walk(ctx, findUnsent))
    await enqueueAll(
      ctx,
      unsent.map(({ _id }) => deliveryOf(_id)),
    )
}

function deliveryOf(id: string): JobOrder {
  return { kind: 'mail.send', key: `mail:${id}`, payload: { id } }
}

/** What became of mails, by their keys. */
export async function mailStates(ctx: Context, keys: readonly string[]): Promise<Map<string, MailState>> {
  return new Map((await findStates(ctx, keys)).map(({ key, state }) => [key, state]))
}

export interface OutboxPage {
  state?: MailState | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

export async function listOutbox(
  ctx: Context,
  actor: StaffMember,
  { state, search, cursor, limit = 50 }: OutboxPage,
) {
  if (!can(actor, 'outbox.read')) throw new AppError('not_found')
  const rows = await listMails(ctx, { state, search, before: cursor ?? null, limit })
  return { items: rows.map(toMail), next: rows.length === limit ? (rows.at(-1)?._id ?? null) : null }
}

/** One mail as it left. Reading it leaves an audit entry: it holds a person's link. */
export async function readOutboxMail(ctx: Context, actor: StaffMember, id: string) {
  if (!can(actor, 'outbox.read')) throw new AppError('not_found')
  const mail = await findMail(ctx, id)
  if (!mail) throw new AppError('not_found')
  await record(ctx, actor, 'outbox.read', `mail:${id}`)
  const { text, html, calendar } = open(ctx, mail)
  const attachments = calendar
    ? [
        {
          fileName: 'invitation.ics',
          contentType: `text/calendar; method=${calendar.method}`,
          content: calendar.content,
        },
      ]
    : []
  return { ...toMail(mail), text, html, attachments }
}

/** The letters of a kind after one of them, opened: for the demonstration, whose customers read their own mail. */
export async function lettersAfter(
  ctx: Context,
  kind: MailKind,
  after: string,
): Promise<{ id: string; to: string; text: string }[]> {
  const rows = await listMailsAfter(ctx, kind, after, LETTERS_AT_ONCE)
  return rows.map(row => ({ id: row._id, to: row.to, text: open(ctx, row).text }))
}

/** The neutral address for mail that does not say who asks, else the one that all mail comes from. */
function addressOfBlindMail({ config }: Context): string {
  const from = config.blindMailFrom ?? config.mailFrom
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

function headersOf({ unsubscribe }: MailOrder): Record<string, string> {
  const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated' }
  if (!unsubscribe) return headers
  return {
    ...headers,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** A server's 5xx answer to this mail will not change by trying again; one to our sign-in there will, once it is mended. */
function isFinalRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
}

function open(ctx: Context, mail: MailRow): MailContent {
  return JSON.parse(ctx.secrets.decrypt(mail.sealed)) as MailContent
}

function toMail({ _id, to, subject, kind, state, attempts, createdAt, sentAt, error }: MailRow) {
  return {
    id: _id,
    to,
    subject,
    kind,
    state,
    attempts,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    error,
  }
}
