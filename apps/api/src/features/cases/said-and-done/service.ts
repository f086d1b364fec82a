import type { Context } from '../../../context.ts'
import type { ReleasedReply } from '../../requirements/requirements/service.ts'
import { repliesFor, repliesOfRegion } from '../../requirements/requirements/service.ts'
import { caseRepliesFor } from '../case-replies/service.ts'

const MOST_SHOWN = 12

/** "You said, we did", for somebody who raised it: requirements and closed cases, the latest first. */
export async function saidAndDoneFor(
  ctx: Context,
  contactId: string,
  language: string,
): Promise<ReleasedReply[]> {
  return together(await repliesFor(ctx, contactId, language), await caseRepliesFor(ctx, contactId, language))
}

/** "You said, we did", for a guest of a region: what the region asked for, and what became of the guest's own cases. */
export async function saidAndDoneForGuest(
  ctx: Context,
  { contactId, regionId }: { contactId: string; regionId: string },
  language: string,
): Promise<ReleasedReply[]> {
  return together(
    await repliesOfRegion(ctx, regionId, language),
    await caseRepliesFor(ctx, contactId, language),
  )
}

/** A case whose sentence is shown is closed: what was to be done is done. */
function together(
  requirements: readonly ReleasedReply[],
  cases: Awaited<ReturnType<typeof caseRepliesFor>>,
): ReleasedReply[] {
  return [...requirements, ...cases.map(reply => ({ ...reply, status: 'done' as const }))]
    .sort((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime())
    .slice(0, MOST_SHOWN)
}
