import type { UiLanguage } from '@sixfold/contract/words'
import { uiLanguageFor } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { SeatLedger } from '@sixfold/domain/seats/seat-ledger'
import { standingOf } from '@sixfold/domain/seats/seat-ledger'
import type { Context } from '../../../context.ts'
import { momentThere } from '../../../mails/event-times.ts'
import { requestTouch } from '../../contact-policy/contact-ledger/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { sendMail } from '../../house/outbox/service.ts'
import type { GuestEvent, GuestRow } from '../guests/service.ts'
import { eventValues, makeGuestLink } from '../guests/service.ts'

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

/**
 * Writes to guests whose offer is over, unless they stand somewhere again or declined; once for each change of the ledger
 * that took offers back.
 */
export async function tellLapses(
  ctx: Context,
  event: GuestEvent,
  ledger: SeatLedger,
  { guests, revision }: { guests: readonly GuestRow[]; revision: number },
): Promise<void> {
  const now = ctx.clock.now()
  if (event.cancelled || now >= event.startsAt) return
  for (const guest of guests)
    if (guest.answer === 'accept' && standingOf(ledger, guest._id, now).state === 'none')
      await write(ctx, event, guest, { kind: 'roundtable-lapsed', mark: revision })
}

function tellOffer(ctx: Context, event: GuestEvent, guest: GuestRow, expiresAt: Date): Promise<void> {
  return write(ctx, event, guest, {
    kind: 'roundtable-offer',
    mark: expiresAt.getTime(),
    more: language => ({ until: momentThere(expiresAt, event.zone, language) }),
  })
}

interface Letter {
  kind: 'roundtable-offer' | 'roundtable-lapsed'
  /** Of two letters of a kind to one guest, what tells them apart. */
  mark: number
  more?: (language: UiLanguage) => Record<string, string>
}

async function write(
  ctx: Context,
  event: GuestEvent,
  guest: GuestRow,
  { kind, mark, more }: Letter,
): Promise<void> {
  const contact = await findContact(ctx, guest.contactId)
  if (!contact || contact.erased) return
  const key = `${kind}:${guest._id}:${mark}`
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
    kind,
    key,
    to: contact.email,
    language,
    values: {
      ...eventValues(event, contact),
      ...more?.(language),
      link: await makeGuestLink(ctx, guest._id),
    },
  })
}
