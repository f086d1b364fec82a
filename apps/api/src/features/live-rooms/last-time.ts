import type { LiveItemInput, LiveItemView } from '@sixfold/contract/live-rooms'
import { meanRating, shownTally } from '@sixfold/domain/live-room/live-tally'
import type { Context } from '../../context.ts'
import { findLastRoundtables, findRoundtable } from '../event-records/service.ts'
import { foldedTally } from '../live-votes/service.ts'
import { findRoom } from './store.ts'

/** Events of the region that are looked at: a year of them. */
const LOOKED_AT = 6

/** What the region's latest round table that was asked the same answered; null: none was, or too few answered. */
export async function lastTime(
  ctx: Context,
  roundtableId: string,
  input: LiveItemInput,
): Promise<LiveItemView['before']> {
  const event = await findRoundtable(ctx, roundtableId)
  if (input.kind !== 'rating' || !event) return null
  for (const { _id, date, startsAt } of await findLastRoundtables(ctx, event.regionId, LOOKED_AT)) {
    if (startsAt >= event.startsAt) continue
    const items = (await findRoom(ctx, _id))?.items ?? []
    const same = items.find(item => item.revealed && isSame(item.input, input))
    const tally = same && shownTally(await foldedTally(ctx, same.id, input), true)
    if (!tally || Object.keys(tally.counts).length === 0) continue
    const mean = meanRating(tally)
    if (mean !== null) return { date, mean, answers: tally.answers }
  }
  return null
}

function isSame(one: LiveItemInput, other: LiveItemInput & { kind: 'rating' }): boolean {
  return (
    one.kind === 'rating' && one.title === other.title && one.low === other.low && one.high === other.high
  )
}
