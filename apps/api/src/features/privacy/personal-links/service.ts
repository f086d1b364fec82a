import type { LinkPurpose } from '@sixfold/domain/personal-links'
import { LINK_DAYS, linkExpiry } from '@sixfold/domain/personal-links'
import { subDays } from 'date-fns/subDays'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findContact } from '../../customers/contacts/service.ts'
import { findLink, forgetLinks, insertLink, revokeLinks } from './store.ts'

export { deleteLinks, handOverLinks } from './store.ts'

const pathOf: Record<LinkPurpose, (token: string) => string> = {
  own_page: token => `/me/${token}`,
  own_data: token => `/me/${token}/data`,
}

/** A new link of this purpose for a contact; only its hash is kept. `waveId`: the survey that led there. */
export async function makePersonalLink(
  ctx: Context,
  contactId: string,
  purpose: LinkPurpose,
  waveId: string | null = null,
): Promise<{ token: string; path: string; address: string }> {
  const { token, tokenHash } = newLink()
  const now = ctx.clock.now()
  await forgetLinks(ctx, contactId, subDays(now, LINK_DAYS.own_page))
  await insertLink(ctx, { tokenHash, contactId, purpose, waveId, expiresAt: linkExpiry(purpose, now) })
  const path = pathOf[purpose](token)
  return { token, path, address: `${ctx.config.publicUrl}${path}` }
}

/** Whom a link of this purpose speaks for. */
export interface PersonalVisit {
  contactId: string
  contact: KnownContact
  purpose: LinkPurpose
  waveId: string | null
  expiresAt: Date
}

/** Follows a link; one of another purpose is as unknown as one that never was. Changes nothing. */
export async function followPersonalLink(
  ctx: Context,
  token: string,
  purpose: LinkPurpose,
): Promise<PersonalVisit> {
  const link = await findLink(ctx, hashToken(token))
  const contact = link && link.purpose === purpose ? await findContact(ctx, link.contactId) : null
  if (!link || !contact || contact.erased) throw new AppError('link_unknown')
  if (link.revokedAt !== null || link.expiresAt <= ctx.clock.now()) throw new AppError('link_expired')
  return { contactId: contact.id, contact, purpose, waveId: link.waveId ?? null, expiresAt: link.expiresAt }
}

/** Ends every link of a contact at once. */
export function revokeLinksOf(ctx: Context, contactId: string): Promise<void> {
  return revokeLinks(ctx, contactId)
}
