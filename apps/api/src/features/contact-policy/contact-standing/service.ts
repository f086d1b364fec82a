import type { Standing } from '@sixfold/contract/contact-ledger'
import type { StaffMember } from '@sixfold/contract/staff'
import type { TouchPurpose } from '@sixfold/domain/contact-policy'
import type { AskChoice, Consent, ContactStanding, Said } from '@sixfold/domain/contact-standing'
import {
  askChoiceOf,
  isAskedNoMore,
  isHeldByRequest,
  withAskChoice,
  withConsent,
  withOptIn,
  withOptOut,
  withoutConsent,
} from '@sixfold/domain/contact-standing'
import { can } from '@sixfold/domain/permissions'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { findContact, showOptedOut } from '../../customers/contacts/service.ts'
import { record } from '../../house/audit/service.ts'
import { emitEvent } from '../../house/webhooks/service.ts'
import { changeLedgers, readLedgerOf, toStanding } from '../contact-ledger/service.ts'

// What a contact said about being contacted. It counts from the moment it is answered; repeating it changes nothing.

type OptOutPurpose = TouchPurpose | 'everything'

/** Keeps a contact's consent with its proof. `at`: when it was given. */
export function recordConsent(
  ctx: Context,
  contactId: string,
  consent: Omit<Consent, 'withdrawnAt'>,
): Promise<void> {
  return changeStanding(ctx, contactId, standing => withConsent(standing, consent))
}

export function withdrawConsent(ctx: Context, contactId: string, purpose: TouchPurpose): Promise<void> {
  const at = ctx.clock.now()
  return changeStanding(ctx, contactId, standing => withoutConsent(standing, purpose, at))
}

/** `source`: who says so, such as a national list or the contact. Null: the contact may be called again. */
export function setDoNotCall(ctx: Context, contactId: string, source: string | null): Promise<void> {
  const at = ctx.clock.now()
  return changeStanding(ctx, contactId, standing => {
    if ((standing.doNotCall === null) === (source === null)) return standing
    return { ...standing, doNotCall: source === null ? null : { source, at } }
  })
}

/** The contact wants no more touches for a purpose. */
export function optOut(
  ctx: Context,
  contactId: string,
  purpose: OptOutPurpose,
  source: string,
): Promise<void> {
  const said: Said = { source, at: ctx.clock.now() }
  return changeStanding(ctx, contactId, standing => withOptOut(standing, purpose, said))
}

/** The contact asks for these touches again. */
export function optIn(
  ctx: Context,
  contactId: string,
  purpose: OptOutPurpose,
  source: string,
): Promise<void> {
  const said: Said = { source, at: ctx.clock.now() }
  return changeStanding(ctx, contactId, standing => withOptIn(standing, purpose, said))
}

/** How often the contact wants to be asked, as chosen on the own page. `held`: a data request holds everything back. */
export async function askChoice(
  ctx: Context,
  contactId: string,
): Promise<{ choice: AskChoice; held: boolean }> {
  const ledger = await readLedgerOf(ctx, contactId)
  return { choice: askChoiceOf(ledger), held: isHeldByRequest(ledger) }
}

export function chooseAsking(
  ctx: Context,
  contactId: string,
  choice: AskChoice,
  source: string,
): Promise<void> {
  const said: Said = { source, at: ctx.clock.now() }
  return changeStanding(ctx, contactId, standing => withAskChoice(standing, choice, said))
}

/** What a list says of a contact. */
export interface StandingNote {
  contactId: string
  optOuts: readonly OptOutPurpose[]
  doNotCall: boolean
  consent: Omit<Consent, 'withdrawnAt'> | undefined
  said: Said
}

/** Notes what a list says of many contacts. It only ever adds: that somebody may be asked again is not for a list to say. */
export async function noteStandings(ctx: Context, notes: readonly StandingNote[]): Promise<void> {
  const noteOf = new Map(notes.map(note => [note.contactId, note]))
  await changeLedgers(ctx, [...noteOf.keys()], (ledger, contactId) => {
    const note = noteOf.get(contactId)
    if (!note) return ledger
    const { consent, said } = note
    const consented = consent ? withConsent(ledger, consent) : ledger
    const left = note.optOuts.reduce((standing, purpose) => withOptOut(standing, purpose, said), consented)
    return note.doNotCall && left.doNotCall === null ? { ...left, doNotCall: said } : left
  })
  for (const { contactId, optOuts } of notes) if (optOuts.length > 0) await copyOptedOut(ctx, contactId)
}

/** A change that staff notes for a contact of their regions, with its entry in the audit log; answers what holds then. */
export async function noteForContact(
  ctx: Context,
  actor: StaffMember,
  contactId: string,
  note: { action: string; detail: string; change: () => Promise<void> },
): Promise<Standing> {
  const contact = await findContact(ctx, contactId)
  if (!contact || contact.erased || !can(actor, 'contact.note', contact)) throw new AppError('not_found')
  await record(ctx, actor, `contact.${note.action}`, `contact:${contactId}`, note.detail)
  await note.change()
  return toStanding(await readLedgerOf(ctx, contactId))
}

async function changeStanding(
  ctx: Context,
  contactId: string,
  change: <S extends ContactStanding>(standing: S) => S,
): Promise<void> {
  await changeLedgers(ctx, [contactId], change)
  await copyOptedOut(ctx, contactId)
}

/** Shows in lists what holds of a contact's opt-outs. */
export async function copyOptedOut(ctx: Context, contactId: string): Promise<void> {
  // Lists show a copy. It is made from what holds now, so that the last of several changes leaves the truth behind.
  const optedOut = isAskedNoMore(await readLedgerOf(ctx, contactId))
  const contact = (await showOptedOut(ctx, contactId, optedOut)) ? await findContact(ctx, contactId) : null
  if (!contact) return
  await emitEvent(ctx, {
    type: 'contact.opted_out',
    id: newId(),
    regionIds: [contact.regionId],
    data: { contactId, externalId: contact.externalId, optedOut },
  })
}
