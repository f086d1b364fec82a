import type { TaskKind } from '@sixfold/domain/tasks'
import { plainEntry } from '@sixfold/domain/timeline/plain-entry'
import type { TimelineSource } from '../../../sources/timeline-source.ts'
import { findDoneOf } from '../tasks/service.ts'

/** Tasks in which somebody spoke with the customer; a complaint's is told by its case, a data request is told by itself. */
const SPOKEN: readonly TaskKind[] = ['silence', 'call_request', 'bounce', 'not_me', 'roundtable_wish']

/** How what a bounce, a silence or a wish asked for was done. */
export const taskEntries: TimelineSource = {
  may: 'task.read',
  async accountEntries(ctx, { accountId }, page) {
    const done = await findDoneOf(ctx, accountId, { kinds: SPOKEN, ...page })
    return done.map(({ _id, kind, closedAt, contactId, closedByName, note, waveName }) =>
      plainEntry({
        id: `task:${_id}`,
        at: closedAt ?? new Date(0),
        kind: 'task',
        side: 'we',
        contactId,
        by: closedByName,
        title: waveName,
        text: note,
        detail: kind,
      }),
    )
  },
}
