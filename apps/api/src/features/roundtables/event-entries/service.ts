import { textIn } from '@sixfold/domain/local-text'
import type { TimelineEntry } from '@sixfold/domain/timeline/entry'
import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import type { GuestEvent, GuestRow } from '../../guests/guests/service.ts'
import { findGuestsOf } from '../../guests/guests/service.ts'
import { findLedgers } from '../../guests/seats/service.ts'
import { findGuestEvent } from '../event-records/service.ts'

/** Who accepted or declined a round table, and who came. */
export const eventEntries: TimelineSource = {
  may: 'roundtable.read',
  async accountEntries(ctx, { actor, contactIds }, page) {
    const guests = await findGuestsOf(ctx, contactIds)
    const ids = [...new Set(guests.map(({ roundtableId }) => roundtableId))]
    const [found, ledgers] = await Promise.all([
      Promise.all(ids.map(id => findGuestEvent(ctx, id))),
      findLedgers(ctx, ids),
    ])
    const events = new Map(found.flatMap(event => (event ? [[event.id, event]] : [])))
    const entries = guests.flatMap(guest => {
      const event = events.get(guest.roundtableId)
      if (!event) return []
      const ledger = ledgers.get(event.id)
      const claims = [...(ledger?.claims ?? []), ...(ledger?.remote?.claims ?? [])]
      const came = claims.find(({ invitation }) => invitation === guest._id)?.arrived?.at ?? null
      return guestEntries(guest, event, { came, language: actor.language })
    })
    return newest(entries, page)
  },
}

function guestEntries(
  { _id, contactId, answer, answeredAt }: GuestRow,
  event: GuestEvent,
  { came, language }: { came: Date | null; language: string },
): TimelineEntry[] {
  const told = {
    side: 'they',
    contactId,
    title: textIn(event.title, language, 'en'),
    about: { kind: 'round_table', id: event.id },
  } as const
  return [
    ...(answeredAt && answer !== 'none'
      ? [
          plainEntry({
            ...told,
            id: `event:${_id} answer`,
            at: answeredAt,
            kind: 'event_answered',
            detail: answer,
          }),
        ]
      : []),
    ...(came ? [plainEntry({ ...told, id: `event:${_id} came`, at: came, kind: 'event_attended' })] : []),
  ]
}
