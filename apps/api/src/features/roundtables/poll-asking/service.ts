import type { InviteOutlook } from '@sixfold/contract/guests'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import { needsReminder } from '@sixfold/domain/roundtables/date-poll'
import type { TouchDecision } from '@sixfold/domain/touch-decision'
import { wallTimeIn } from '@sixfold/domain/wall-time'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { enqueue } from '../../../jobs/worker.ts'
import { dayText, momentText } from '../../../mails/event-times.ts'
import { hashToken } from '../../../secrets.ts'
import type { TouchRequest } from '../../contact-policy/contact-ledger/service.ts'
import { previewTouches, requestTouches } from '../../contact-policy/contact-ledger/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContacts } from '../../customers/contacts/service.ts'
import type { GuestEvent } from '../../guests/guests/service.ts'
import { findGuests } from '../../guests/guests/service.ts'
import { readOrganisation } from '../../house/organisation/service.ts'
import { sendMail, withholdMails } from '../../house/outbox/service.ts'
import type { PollRow, VoterRow } from '../poll-records/service.ts'
import {
  ensureVoter,
  makeVoterLink,
  storeAsking,
  storeReminder,
  takesVotes,
  votesOf,
} from '../poll-records/service.ts'

/** The contact policy keeps its own, longer gap; this one holds whatever the policy says. */
const REMINDER_GAP_DAYS = 1

/** Makes voters of contacts of the event's region and asks the contact policy for each. */
export async function askContacts(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  { contactIds, core }: { contactIds: readonly string[]; core: boolean },
): Promise<void> {
  const contacts = await askable(ctx, event, contactIds)
  const rows: VoterRow[] = []
  for (const contactId of contacts.keys())
    rows.push(await ensureVoter(ctx, { roundtableId: event.id, contactId, core }))
  const open = rows.filter(({ state }) => state !== 'invited')
  if (open.length === 0) return
  // The job stands before the policy is asked: whatever it allows leaves, also when this process dies.
  await enqueueAsking(
    ctx,
    poll._id,
    open.map(({ _id }) => _id),
    ctx.clock.now(),
  )
  await askPolicy(ctx, event, poll, open)
}

/** What would come of asking these contacts now; nothing is written. */
export async function previewAsking(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  contactIds: readonly string[],
): Promise<InviteOutlook[]> {
  const contacts = await askable(ctx, event, contactIds)
  const guests = await invitedGuests(ctx, event)
  const touches = [...contacts.keys()].map(contactId =>
    askingTouch(event, { _id: `preview:${contactId}`, contactId }, guests),
  )
  const decisions = await previewTouches(ctx, touches, contacts)
  return touches.map(({ touchId, contactId }) => {
    const decision = decisions.get(touchId)
    if (!decision) return { contactId, state: 'refused', reason: null, dueAt: null }
    const { dueAt, ...outcome } = outcomeOf(poll, decision)
    return { contactId, ...outcome, dueAt: dueAt?.toISOString() ?? null }
  })
}

/** Asks those whom the policy allows to be asked now; a repetition sends nothing twice. */
export async function sendAsking(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  rows: readonly VoterRow[],
): Promise<void> {
  const guests = await invitedGuests(ctx, event)
  const allowed = await askPolicy(ctx, event, poll, rows, guests)
  const contacts = await findContacts(
    ctx,
    allowed.map(({ contactId }) => contactId),
  )
  for (const voter of allowed) {
    const contact = contacts.get(voter.contactId)
    if (contact)
      await mailVoter(ctx, event, poll, contact, {
        voter,
        kind: 'date-poll-invitation',
        key: `date-poll-invitation:${voter._id}`,
        touch: askingTouch(event, voter, guests),
      })
  }
}

/** Reminds once who was asked and has said nothing, as far as the contact policy allows it before the end. */
export async function sendReminders(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  rows: readonly VoterRow[],
): Promise<void> {
  const now = ctx.clock.now()
  if (event.cancelled || !takesVotes(poll, now)) return
  const silent = rows.filter(
    voter =>
      voter.state === 'invited' &&
      voter.remindedAt === null &&
      needsReminder(
        {
          votes: votesOf(poll, voter._id),
          remindedAt: voter.askedAt,
          closesAt: poll.closesAt,
          options: poll.options,
          gapDays: REMINDER_GAP_DAYS,
        },
        now,
      ),
  )
  if (silent.length === 0) return
  const touches = silent.map(voter => ({ voter, touch: reminderTouch(event, voter) }))
  const decisions = await requestTouches(
    ctx,
    touches.map(({ touch }) => touch),
  )
  const contacts = await findContacts(
    ctx,
    silent.map(({ contactId }) => contactId),
  )
  for (const { voter, touch } of touches) {
    const decision = decisions.get(touch.touchId)
    const contact = contacts.get(voter.contactId)
    if (!decision || !contact) continue
    if (decision.decision === 'refuse') {
      await putOffReminder(ctx, poll, voter, decision)
      continue
    }
    const key = reminderKey(voter)
    await mailVoter(ctx, event, poll, contact, { voter, kind: 'date-poll-reminder', key, touch })
    await storeReminder(ctx, voter._id, { remindedAt: now, reminderReason: null })
  }
}

const reminderKey = ({ _id }: Pick<VoterRow, '_id'>) => `date-poll-reminder:${_id}`

/** Who has voted is not reminded any more, also where the letter waits to leave. */
export async function holdReminder(ctx: Context, voter: VoterRow): Promise<void> {
  await withholdMails(ctx, [reminderKey(voter)], 'already_finished')
}

/** Orders the reminder of a day; one that was ordered for another day does nothing any more. */
export async function enqueueReminders(
  ctx: Context,
  pollId: string,
  { remindOn, runAt, voterIds }: { remindOn: string; runAt: Date; voterIds?: string[] },
): Promise<void> {
  const who = voterIds ? `:${hashToken(voterIds.join('+'))}` : ''
  await enqueue(ctx, {
    kind: 'date-poll.remind',
    key: `date-poll-remind:${pollId}:${remindOn}:${runAt.getTime()}${who}`,
    payload: { roundtableId: pollId, remindOn, ...(voterIds ? { voterIds } : {}) },
    runAt,
  })
}

/** Contacts of the event's region, by id; `not_found` when one of them is none. */
async function askable(
  ctx: Context,
  event: GuestEvent,
  contactIds: readonly string[],
): Promise<Map<string, KnownContact>> {
  const wanted = new Set(contactIds)
  const found = await findContacts(ctx, [...wanted])
  const known = new Map([...found].filter(([, one]) => !one.erased && one.regionId === event.regionId))
  if (known.size < wanted.size) throw new AppError('not_found')
  return known
}

/** Contacts who have an invitation to the event already: to them a question about its date is no first touch. */
async function invitedGuests(ctx: Context, event: GuestEvent): Promise<Set<string>> {
  const guests = await findGuests(ctx, event.id)
  return new Set(guests.filter(({ state }) => state === 'invited').map(({ contactId }) => contactId))
}

/** Asks the policy for all and notes what it says; returns those who may be asked now. */
async function askPolicy(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  rows: readonly VoterRow[],
  guests?: ReadonlySet<string>,
): Promise<VoterRow[]> {
  if (event.cancelled || !takesVotes(poll, ctx.clock.now())) {
    const reason = event.cancelled ? 'event_cancelled' : 'too_late'
    for (const { _id } of rows) await storeAsking(ctx, _id, { state: 'refused', reason, dueAt: null })
    return []
  }
  const known = guests ?? (await invitedGuests(ctx, event))
  const touches = rows.map(voter => ({ voter, touch: askingTouch(event, voter, known) }))
  const decisions = await requestTouches(
    ctx,
    touches.map(({ touch }) => touch),
  )
  const allowed: VoterRow[] = []
  for (const { voter, touch } of touches) {
    const decision = decisions.get(touch.touchId)
    if (!decision) continue
    const outcome = outcomeOf(poll, decision)
    if (outcome.dueAt) await enqueueAsking(ctx, poll._id, [voter._id], outcome.dueAt)
    await storeAsking(ctx, voter._id, outcome)
    if (decision.decision === 'allow') allowed.push(voter)
  }
  return allowed
}

/** What is allowed only when no more votes are taken is not sent at all. */
function outcomeOf(poll: PollRow, decision: TouchDecision): Pick<VoterRow, 'state' | 'reason' | 'dueAt'> {
  if (decision.decision === 'allow') return { state: 'invited', reason: null, dueAt: null }
  const { reason, earliest } = decision
  return earliest && earliest < poll.closesAt
    ? { state: 'planned', reason, dueAt: earliest }
    : { state: 'refused', reason, dueAt: null }
}

async function putOffReminder(
  ctx: Context,
  poll: PollRow,
  voter: VoterRow,
  { reason, earliest }: Extract<TouchDecision, { decision: 'refuse' }>,
): Promise<void> {
  await storeReminder(ctx, voter._id, { remindedAt: null, reminderReason: reason })
  if (earliest && earliest < poll.closesAt && poll.remindOn !== null)
    await enqueueReminders(ctx, poll._id, {
      remindOn: poll.remindOn,
      runAt: earliest,
      voterIds: [voter._id],
    })
}

function enqueueAsking(ctx: Context, pollId: string, voterIds: readonly string[], runAt: Date) {
  return enqueue(ctx, {
    kind: 'date-poll.ask',
    key: `date-poll-ask:${hashToken(voterIds.join('+'))}:${runAt.getTime()}`,
    payload: { roundtableId: pollId, voterIds },
    runAt,
  })
}

function askingTouch(
  event: GuestEvent,
  { _id, contactId }: Pick<VoterRow, '_id' | 'contactId'>,
  guests: ReadonlySet<string>,
): TouchRequest {
  return {
    touchId: `date-poll:${_id}`,
    kind: guests.has(contactId) ? 'follow_up' : 'roundtable_invitation',
    ...about(event, contactId),
  }
}

function reminderTouch(event: GuestEvent, { _id, contactId }: VoterRow): TouchRequest {
  return { touchId: `date-poll-reminder:${_id}`, kind: 'reminder', ...about(event, contactId) }
}

const about = (event: GuestEvent, contactId: string) => ({
  contactId,
  purpose: 'roundtable' as const,
  subject: textIn(event.title, 'en', 'vi'),
  roundtableId: event.id,
})

interface VoterMail {
  voter: VoterRow
  kind: 'date-poll-invitation' | 'date-poll-reminder'
  key: string
  touch: TouchRequest
}

async function mailVoter(
  ctx: Context,
  event: GuestEvent,
  poll: PollRow,
  contact: KnownContact,
  { voter, kind, key, touch }: VoterMail,
): Promise<void> {
  const language = uiLanguageFor(contact.language)
  const organisation = await readOrganisation(ctx)
  const { zone } = wallTimeIn(poll.closesAt, contact.zone, organisation.zone)
  const [first] = poll.options
  const last = poll.options.at(-1)
  if (!first || !last) throw new Error('a poll without dates was asked about')
  await sendMail(ctx, {
    kind,
    key,
    to: contact.email,
    language,
    values: {
      name: contact.name,
      organisation: organisation.name,
      title: textIn(event.title, language, 'en'),
      venue: event.venue,
      count: poll.options.length,
      from: dayText(first.startsAt, zone, language),
      until: dayText(last.startsAt, zone, language),
      answerBy: momentText(new Date(poll.closesAt.getTime() - 60_000), zone, language),
      link: await makeVoterLink(ctx, voter._id),
    },
    touch,
  })
}
