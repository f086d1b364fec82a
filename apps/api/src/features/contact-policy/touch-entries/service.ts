import type { TimelineEntry, TimelineKind } from '@sixfold/domain/timeline/entry'
import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { TouchKind } from '@sixfold/domain/touch-decision'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { readOwnLedgers } from '../contact-ledger/service.ts'

const kindOf: Record<Exclude<TouchKind, 'call'>, TimelineKind> = {
  invitation: 'survey_sent',
  reminder: 'reminder_sent',
  roundtable_invitation: 'event_sent',
  follow_up: 'message_sent',
  service: 'message_sent',
}

/** What was sent, what the contact policy held back and why, and what people want no more of. */
export const touchEntries: TimelineSource = {
  may: 'customers.read',
  async accountEntries(ctx, { contactIds }, page) {
    const ledgers = await readOwnLedgers(ctx, contactIds)
    return newest(
      [...ledgers.values()].flatMap(({ _id: contactId, mergedInto, touches, refusals, optOuts }) =>
        mergedInto === undefined
          ? [
              ...touches.flatMap(touch => sent(contactId, touch)),
              ...refusals.map(refusal => heldBack(contactId, refusal)),
              ...optOuts.map(({ purpose, at }) =>
                plainEntry({
                  id: `touch:${contactId} opt-out ${purpose} ${at.getTime()}`,
                  at,
                  kind: 'opted_out',
                  side: 'they',
                  contactId,
                  detail: purpose,
                  about: { kind: 'contact', id: contactId },
                }),
              ),
            ]
          : [],
      ),
      page,
    )
  },
}

type Ledger = Awaited<ReturnType<typeof readOwnLedgers>> extends Map<string, infer Row> ? Row : never
type Sent = Ledger['touches'][number]
type Refused = Ledger['refusals'][number]

/** How a call went is known to calls: that it was allowed says less. */
function sent(contactId: string, { touchId, at, kind, purpose, title, subject }: Sent): TimelineEntry[] {
  if (kind === 'call') return []
  const told = kindOf[kind]
  return [
    plainEntry({
      id: `touch:${contactId} ${touchId}`,
      at,
      kind: told,
      side: 'we',
      contactId,
      title,
      detail: purpose === 'blind_survey' ? 'blind' : null,
      about: aboutOf(subject, contactId),
    }),
  ]
}

function heldBack(contactId: string, refusal: Refused): TimelineEntry {
  const { touchId, at, title, reason, earliest, subject } = refusal
  return plainEntry({
    id: `touch:${contactId} no ${touchId}`,
    at,
    kind: 'held_back',
    side: 'we',
    contactId,
    title,
    detail: reason,
    earliest,
    about: aboutOf(subject, contactId),
  })
}

const SUBJECT = /^(wave|roundtable):(.+)$/

function aboutOf(subject: string, contactId: string): NonNullable<TimelineEntry['about']> {
  const [, what, id] = SUBJECT.exec(subject) ?? []
  if (what === 'wave' && id) return { kind: 'wave', id }
  if (what === 'roundtable' && id) return { kind: 'round_table', id }
  return { kind: 'contact', id: contactId }
}
