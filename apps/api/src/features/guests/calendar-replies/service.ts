import type { CalendarReply as ReadReply } from '@sixfold/domain/calendar-message/read-reply'
import { weighReply } from '@sixfold/domain/calendar-message/weigh-reply'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import { addMinutes } from 'date-fns/addMinutes'
import { min } from 'date-fns/min'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { hashToken } from '../../../secrets.ts'
import { findContactsByEmail } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { announceEvent, findEventByUid, findGuestEvent } from '../../roundtables/event-records/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { claimReply, findGuestOf, findGuestsById } from '../guests/service.ts'
import { answerFor } from '../rsvp/service.ts'
import { readSeats } from '../seats/service.ts'
import type { ReplyRow, ReplyState } from './store.ts'
import { countWaiting, findReply, insertReply, moveReply } from './store.ts'

export type { ReplyRow } from './store.ts'
export { deleteReplies, findRepliesOf, findReply, listReplies, moveReply } from './store.ts'

/** Whoever knows an event's UID can write strangers' answers by the thousand: more than these are not kept by mail. */
const MOST_WAITING = 200

/** What a crash left undone is taken up after this. */
const TAKEN_UP_AFTER_MINUTES = 2

const MOST_ROUNDS = 20

export type ReplyOutcome =
  | 'taken'
  | 'ignored'
  | 'waiting'
  | 'repeated'
  | 'unknown'
  | 'no_reply'
  | 'unreadable'

/** An answer that came by mail. `sender`: the address the mail names as its own. */
export interface MailedCalendar {
  text: string
  sender: { address: string; failsProof: boolean }
}

/** Takes the answers in a calendar text that came by mail. Of events that are not ours nothing is kept. */
export async function takeMailedCalendar(
  ctx: Context,
  { text, sender }: MailedCalendar,
): Promise<ReplyOutcome> {
  const read = await readCalendar(text)
  if (!Array.isArray(read)) return read
  let outcome: ReplyOutcome = 'unknown'
  for (const { uid, ...reply } of read) {
    const event = await findEventByUid(ctx, uid)
    if (!event) continue
    if ((await countWaiting(ctx, event.id)) >= MOST_WAITING) return 'ignored'
    const taken = await takeReply(ctx, event, reply, sender)
    outcome = taken.outcome
  }
  return outcome
}

/** The answers in a text; loaded with the first of them, because the parser is large. */
export async function readCalendar(text: string): Promise<ReadReply[] | 'no_reply' | 'unreadable'> {
  const { readReplies } = await import('@sixfold/domain/calendar-message/read-reply')
  const read = readReplies(text)
  if (read.kind === 'replies') return read.replies
  return read.kind === 'other' ? 'no_reply' : 'unreadable'
}

/** Keeps an answer and does what follows from it. */
export async function takeReply(
  ctx: Context,
  event: GuestEvent,
  reply: Omit<ReadReply, 'uid'>,
  sender: ReplyRow['sender'],
): Promise<{ outcome: 'taken' | 'ignored' | 'waiting' | 'repeated'; id: string }> {
  const id = idOf(event, reply)
  const guest = await guestOf(ctx, event, reply.address)
  const fresh = await insertReply(ctx, {
    _id: id,
    ...reply,
    roundtableId: event.id,
    guestId: guest?._id ?? null,
    contactId: guest?.contactId ?? null,
    source: sender ? 'mail' : 'upload',
    sender,
    receivedAt: ctx.clock.now(),
    state: 'read',
    reason: null,
    decision: null,
    pending: false,
    decidedBy: '',
    decidedAt: null,
  })
  if (!fresh) return { outcome: 'repeated', id }
  await takeUpLater(ctx, id, 'read')
  const state = await weigh(ctx, id)
  return { outcome: state === 'taken' || state === 'ignored' ? state : 'waiting', id }
}

/**
 * Decides about an answer that was read, and carries it out. Which answer of a guest stands is claimed on the guest, so two
 * at once cannot both be the last; the seats follow. It may run twice: what was claimed is carried out again.
 */
export async function weigh(ctx: Context, id: string): Promise<ReplyState | null> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const row = await findReply(ctx, id)
    const event = row && (await findGuestEvent(ctx, row.roundtableId))
    if (!row || !event || row.state !== 'read') return row?.state ?? null
    const guest = row.guestId === null ? null : ((await findGuestsById(ctx, [row.guestId]))[0] ?? null)
    const stamp = row.stamp && min([row.stamp, row.receivedAt])
    const verdict = guest?.replied?.id === id ? claimed(row) : verdictOn(ctx, event, { row, guest, stamp })
    if (verdict.verdict !== 'take') {
      const state = verdict.verdict === 'ignore' ? 'ignored' : 'waiting'
      return close(ctx, row, { state, reason: verdict.reason })
    }
    if (!guest || !stamp) throw new Error('an answer of nobody, or of no time, was taken')
    const mine =
      guest.replied?.id === id ||
      (await claimReply(ctx, guest._id, guest.replied ?? null, { id, sequence: row.sequence, stamp }))
    if (!mine) continue
    const refusal = await carryOut(ctx, { event, guest }, verdict.answer, stamp)
    if (refusal) return close(ctx, row, { state: 'waiting', reason: refusal })
    await record(ctx, null, 'guest.replied', `guest:${guest._id}`, verdict.answer)
    return close(ctx, row, { state: 'taken', reason: null })
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}

/** What a colleague decided about an answer that waited. */
export async function carryOutDecision(ctx: Context, id: string): Promise<void> {
  const row = await findReply(ctx, id)
  if (row?.state !== 'settled' || !row.pending || !row.decision || row.guestId === null) return
  const event = await findGuestEvent(ctx, row.roundtableId)
  const [guest] = await findGuestsById(ctx, [row.guestId])
  const refusal =
    event && guest
      ? await carryOut(ctx, { event, guest }, row.decision, row.decidedAt ?? ctx.clock.now())
      : 'event_closed'
  const back = { state: 'waiting', reason: refusal, decision: null, decidedBy: '', decidedAt: null } as const
  await moveReply(ctx, id, 'settled', { pending: false, ...(refusal ? back : {}) })
  if (refusal) throw new AppError(refusal)
}

/** After a crash an answer is taken up from where it was. */
export function takeUpLater(ctx: Context, id: string, state: 'read' | 'settled'): Promise<boolean> {
  return enqueue(ctx, {
    kind: 'calendar-reply.take-up',
    key: `calendar-reply:${id}:${state}:${ctx.clock.now().getTime()}`,
    payload: { id },
    runAt: addMinutes(ctx.clock.now(), TAKEN_UP_AFTER_MINUTES),
  })
}

/** The guest of an event whose address in the customer record this is. */
async function guestOf(ctx: Context, event: GuestEvent, address: string): Promise<GuestRow | null> {
  for (const { _id: contactId } of await findContactsByEmail(ctx, [address])) {
    const guest = await findGuestOf(ctx, { roundtableId: event.id, contactId })
    if (guest) return guest
  }
  return null
}

function verdictOn(
  ctx: Context,
  { cancelled, startsAt }: GuestEvent,
  { row, guest, stamp }: { row: ReplyRow; guest: GuestRow | null; stamp: Date | null },
): ReturnType<typeof weighReply> {
  const { answer, sequence, address } = row
  const sender = row.sender && {
    isAttendee: row.sender.address === address,
    failsProof: row.sender.failsProof,
  }
  const known = guest && {
    toldSequence: guest.told?.sequence ?? null,
    replied: guest.replied ?? null,
    answeredAt: guest.answeredAt,
  }
  const started = ctx.clock.now() >= startsAt
  return weighReply({ answer, sequence, stamp, sender }, known, { cancelled, started })
}

/** An answer that was claimed before a crash was taken then. */
function claimed({ answer }: ReplyRow): ReturnType<typeof weighReply> {
  return answer === 'accept' || answer === 'decline'
    ? { verdict: 'take', answer }
    : { verdict: 'review', reason: 'unclear' }
}

/** Gives or releases the seat, as the guest's link would; a reason when the event does not take such an answer. */
async function carryOut(
  ctx: Context,
  { event, guest }: { event: GuestEvent; guest: GuestRow },
  answer: 'accept' | 'decline',
  answeredAt: Date,
): Promise<Refusal | null> {
  const standing = standingOf(await readSeats(ctx, event.id), guest._id, ctx.clock.now()).state
  // Who has a place already says nothing new by accepting, also when acceptances are closed.
  if (answer === 'accept' && (standing === 'confirmed' || standing === 'waiting')) return null
  try {
    await answerFor(ctx, { event, guest }, answer, { answeredAt })
    return null
  } catch (error) {
    const refusal = error instanceof AppError && REFUSALS.find(code => code === error.code)
    if (refusal) return refusal
    throw error
  }
}

/** What an event may answer for good; the rest passes, and is tried again. */
const REFUSALS = ['event_closed', 'event_started', 'quota_full'] as const
type Refusal = (typeof REFUSALS)[number]

async function close(
  ctx: Context,
  { _id, roundtableId: id }: ReplyRow,
  changes: Pick<ReplyRow, 'state' | 'reason'>,
): Promise<ReplyState> {
  const row = await moveReply(ctx, _id, 'read', changes)
  announceEvent(ctx, id)
  return row?.state ?? changes.state
}

function idOf(event: GuestEvent, { address, answer, sequence, stamp }: Omit<ReadReply, 'uid'>): string {
  return hashToken(JSON.stringify([event.id, address, answer, sequence, stamp?.getTime() ?? null]))
}
