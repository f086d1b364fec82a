import { setTimeout as wait } from 'node:timers/promises'
import type { Answers } from '@sixfold/domain/survey/answers'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import type { Context } from '../../../context.ts'
import { newId } from '../../../db/collection.ts'
import { AppError } from '../../../errors.ts'
import { hashToken, newLink } from '../../../secrets.ts'
import { confirm, hold, release } from '../quotas/service.ts'
import type { Incoming, KeptResponse, ResponsePlace, Trace } from '../responses/service.ts'
import { keepAnswers, readResponse, submitDraft } from '../responses/service.ts'
import type { OpenVisitRow } from './store.ts'
import { findByTokenHash, insertVisit } from './store.ts'

export type { OpenVisitRow } from './store.ts'
export { countByLink as visitsByLink, forgetVisitors } from './store.ts'

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

/** Each lost round means that another write of this one response was done, or is under way. */
const MOST_ROUNDS = 50
const BUSY_MS = 40

export interface OpenSubmission {
  /** Names the questions whose answers count, and throws when they cannot be final. */
  finish: (answers: Answers) => ReadonlySet<string>
  /** The groups in which they need a place. */
  groupsOf: (answers: Answers) => string[]
  trace: Trace
}

/**
 * Sends the answers of a visit for good, within the quotas: first they are kept, whatever happens next, then a place is held
 * in each of their groups, then one write makes them final and names the hold. Whoever dies in between leaves a hold that the
 * response itself tells to keep or to give back. Refused with `quota_full`; the answers stay as they are.
 */
export async function submitOpenly(
  ctx: Context,
  place: ResponsePlace,
  incoming: Incoming,
  seen: KeptResponse | null,
  { finish, groupsOf, trace }: OpenSubmission,
): Promise<KeptResponse> {
  const { id, waveId } = place
  await keepAnswers(ctx, place, incoming, seen, trace)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const draft = await readResponse(ctx, id)
    if (!draft) throw new AppError('link_expired')
    if (draft.state === 'submitted') return draft
    const answers = givenAnswers(draft.answers)
    const counts = finish(answers)
    const counted = Object.entries(answers).filter(([question]) => counts.has(question))
    const held = await hold(ctx, waveId, id, groupsOf(Object.fromEntries(counted)))
    if (held === 'full') {
      // The place that is missing may be the one that this very response has just got.
      const now = await readResponse(ctx, id)
      if (now?.state === 'submitted') return now
      throw new AppError('quota_full')
    }
    if (held === 'busy') {
      await wait(BUSY_MS)
      continue
    }
    const sent = await submitDraft(ctx, draft, counts, held.name)
    if (sent) {
      await confirm(ctx, waveId, id, held.name)
      return sent
    }
    await release(ctx, waveId, id, held)
  }
  throw new AppError('unavailable', { retryAfterSeconds: 5 })
}
