import type { RatedAnswers } from '@sixfold/domain/results/paired-answers'
import { EVERYBODY } from '@sixfold/domain/scoreboard'
import type { Answers } from '@sixfold/domain/survey/answers'
import type { Context } from '../../../context.ts'
import { politeness } from '../../../jobs/give-way.ts'
import { countedResponses } from '../../answering/responses/service.ts'
import { invitationBook } from '../../waves/invitations/service.ts'

const AT_ONCE = 200

/** One response of somebody who was asked, as far as errors depend on it. */
export interface RatedRow extends RatedAnswers {
  account: string
  /** Null: erased. */
  contact: string | null
}

/** What was rated, from one person's answers. */
export type ReadRating = (answers: Answers) => unknown

/** Everybody who was asked in a wave and answered, with what these readers find; anything but a number is not rated. */
export async function readRatedRows(
  ctx: Context,
  waveId: string,
  readers: readonly ReadRating[],
): Promise<RatedRow[]> {
  const rows: RatedRow[] = []
  const sharedAccount = sharing((account: string) => account)
  const sharedGroups = sharing((segments: readonly string[]) => segments.join('\n'))
  const giveWay = politeness()
  for (let after: string | null = null; ; ) {
    const page = await countedResponses(ctx, waveId, { after, limit: AT_ONCE })
    const invitations = await invitationBook.findInvitationsById(
      ctx,
      page.map(({ id }) => id),
    )
    const known = new Map(invitations.map(row => [row._id, row]))
    for (const { id, answers, segments, people } of page) {
      if (people !== EVERYBODY) continue
      const ratings = readers.map(read => read(answers))
      rows.push({
        // Whoever was erased has no account any more, and stands alone.
        account: sharedAccount(known.get(id)?.accountId ?? id),
        contact: known.get(id)?.contactId ?? null,
        segments: sharedGroups(segments),
        ratings: ratings.map(rating => (typeof rating === 'number' ? rating : null)),
      })
    }
    after = page.at(-1)?.id ?? null
    if (after === null) return rows
    await giveWay()
  }
}

/** Rows of one account and of the same groups hold one copy of them: that halves what a wave takes in memory. */
function sharing<Value>(keyOf: (value: Value) => string): (value: Value) => Value {
  const first = new Map<string, Value>()
  return value => {
    const known = first.get(keyOf(value))
    if (known === undefined) first.set(keyOf(value), value)
    return known ?? value
  }
}
