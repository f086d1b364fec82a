import { textIn } from '@sixfold/domain/local-text'
import { requirementReceipt } from '@sixfold/domain/requirements/status'
import type { TimelineEntry } from '@sixfold/domain/timeline/entry'
import { newest } from '@sixfold/domain/timeline/newest'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import type { RequirementRow } from '../requirement-records/service.ts'
import { findBehind } from '../requirement-records/service.ts'

/** What the account asked for, in its own words where they are known, and what we said we did about it. */
export const requestEntries: TimelineSource = {
  may: 'requirement.read',
  async accountEntries(ctx, { actor, accountId }, page) {
    const rows = await findBehind(ctx, { accountId })
    // A statement of a merged requirement stands in both: here under the one that lives on.
    const living = rows.filter(({ mergedInto }) => mergedInto === null)
    return newest(
      living.flatMap(row => [...asked(row, accountId), ...promised(row, actor.language)]),
      page,
    )
  },
}

function asked({ _id, number, text, factor, sources }: RequirementRow, accountId: string): TimelineEntry[] {
  return sources
    .filter(source => source.accountId === accountId)
    .map(({ key, at, contactId, said, kind }) =>
      plainEntry({
        id: `request:${_id} ${key}`,
        at,
        kind: 'asked_for',
        side: 'they',
        contactId,
        title: `${requirementReceipt(number)}: ${text}`,
        text: said,
        factor,
        detail: kind,
        about: { kind: 'requirement', id: _id },
      }),
    )
}

function promised({ _id, factor, reply }: RequirementRow, language: string): TimelineEntry[] {
  if (!reply?.releasedAt) return []
  return [
    plainEntry({
      id: `request:${_id} reply`,
      at: reply.releasedAt,
      kind: 'promised',
      side: 'we',
      by: reply.releasedBy,
      title: textIn(reply.said, language, 'en'),
      text: textIn(reply.did, language, 'en'),
      factor,
      about: { kind: 'requirement', id: _id },
    }),
  ]
}
