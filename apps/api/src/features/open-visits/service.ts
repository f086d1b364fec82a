import type { Context } from '../../context.ts'
import { newId } from '../../db/collection.ts'
import { hashToken, newLink } from '../../secrets.ts'
import type { OpenVisitRow } from './store.ts'
import { findByTokenHash, insertVisit } from './store.ts'

export type { OpenVisitRow } from './store.ts'
export { countByLink as visitsByLink } from './store.ts'

/** The links of visits look different from those of invitations, so each is looked for where it can be. */
const MARK = 'v'
const VISIT_TOKEN = /^v[\w-]{22}$/

export function isVisitToken(token: string): boolean {
  return VISIT_TOKEN.test(token)
}

export type NewVisit = Omit<OpenVisitRow, '_id' | 'tokenHash' | 'startedAt'>

/** Begins an answer without a name; the token leads back to it. */
export async function beginVisit(ctx: Context, visit: NewVisit): Promise<string> {
  const { token, tokenHash } = newLink(MARK)
  await insertVisit(ctx, { ...visit, _id: newId(), tokenHash, startedAt: ctx.clock.now() })
  return token
}

/** The visit behind a link, in the shape of an invitation that knows no contact; null: no such link. */
export async function followVisit(ctx: Context, token: string) {
  const visit = await findByTokenHash(ctx, hashToken(token))
  if (!visit) return null
  const { _id: id, waveId, openLinkId, regionId, language, mode, device, trapped, startedAt } = visit
  return {
    id,
    waveId,
    contactId: null,
    accountId: null,
    regionId,
    /** Nobody drew this person: no segment of the sample holds the answers. */
    segments: [] as string[],
    language,
    state: 'started' as const,
    closed: false,
    visit: { openLinkId, mode, device, trapped, startedAt },
  }
}
