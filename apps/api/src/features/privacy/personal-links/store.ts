import type { LinkPurpose } from '@sixfold/domain/personal-links'
import type { Context } from '../../../context.ts'
import { defineCollection, newId, trusted } from '../../../db/collection.ts'

export interface PersonalLinkRow {
  _id: string
  tokenHash: string
  contactId: string
  purpose: LinkPurpose
  /** The survey that led here. */
  waveId: string | null
  expiresAt: Date
  revokedAt: Date | null
  createdAt: Date
}

const links = defineCollection<PersonalLinkRow>(
  'personalLinks',
  {
    _id: String,
    tokenHash: String,
    contactId: String,
    purpose: String,
    waveId: String,
    expiresAt: Date,
    revokedAt: Date,
    createdAt: Date,
  },
  [{ fields: { tokenHash: 1 }, unique: true }, { fields: { contactId: 1 } }],
)

export async function insertLink(
  ctx: Context,
  link: Pick<PersonalLinkRow, 'tokenHash' | 'contactId' | 'purpose' | 'waveId' | 'expiresAt'>,
): Promise<void> {
  await links(ctx).create({ _id: newId(), ...link, revokedAt: null, createdAt: ctx.clock.now() })
}

export function findLink(ctx: Context, tokenHash: string): Promise<PersonalLinkRow | null> {
  return links(ctx).findOne({ tokenHash }).lean<PersonalLinkRow>().exec()
}

export async function revokeLinks(ctx: Context, contactId: string): Promise<void> {
  await links(ctx).updateMany({ contactId, revokedAt: null }, { $set: { revokedAt: ctx.clock.now() } })
}

/** Links of this contact that ended long ago need not even say so any more. */
export async function forgetLinks(ctx: Context, contactId: string, endedBefore: Date): Promise<void> {
  await links(ctx).deleteMany({ contactId, expiresAt: trusted({ $lt: endedBefore }) })
}

export async function deleteLinks(ctx: Context, contactIds: readonly string[]): Promise<void> {
  await links(ctx).deleteMany({ contactId: trusted({ $in: [...contactIds] }) })
}

export async function handOverLinks(ctx: Context, contactId: string, to: string): Promise<void> {
  await links(ctx).updateMany({ contactId }, { $set: { contactId: to } })
}
