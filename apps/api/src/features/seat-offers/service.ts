import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../context.ts'
import { momentText } from '../../mails/event-times.ts'
import { requestTouch } from '../contact-ledger/service.ts'
import { findContact } from '../contacts/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { eventValues, makeGuestLink } from '../guests/service.ts'
import { sendMail } from '../outbox/service.ts'

/** Writes to guests for whom a seat is held: once for each offer, however often it runs. */
export async function tellOffers(
  ctx: Context,
  event: GuestEvent,
  ledger: SeatLedger,
  guests: readonly GuestRow[],
): Promise<void> {
  if (event.cancelled) return
  for (const guest of guests) {
    const standing = standingOf(ledger, guest._id, ctx.clock.now())
    if (standing.state === 'offered') await tellOffer(ctx, event, guest, standing.expiresAt)
  }
}

async function tellOffer(ctx: Context, event: GuestEvent, guest: GuestRow, expiresAt: Date): Promise<void> {
  const contact = await findContact(ctx, guest.contactId)
  if (!contact || contact.erased) return
  const key = `roundtable-offer:${guest._id}:${expiresAt.getTime()}`
  const decision = await requestTouch(ctx, {
    touchId: key,
    contactId: guest.contactId,
    kind: 'service',
    purpose: 'roundtable',
    subject: textIn(event.title, 'en', 'vi'),
    roundtableId: event.id,
  })
  if (decision.decision !== 'allow') return
  const language = uiLanguageFor(contact.language)
  await sendMail(ctx, {
    kind: 'roundtable-offer',
    key,
    to: contact.email,
    language,
    values: {
      ...eventValues(event, contact),
      until: momentText(expiresAt, event.zone, language),
      link: await makeGuestLink(ctx, guest._id),
    },
  })
}
