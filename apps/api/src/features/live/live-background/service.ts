import type { LiveItemInput, LiveItemView, LiveTopic } from '@sixfold/contract/live-rooms'
import { meanRating, shownTally } from '@sixfold/domain/live-room/live-tally'
import { agendaTimes, isReleased } from '@sixfold/domain/roundtables/agenda'
import type { Context } from '../../../context.ts'
import { findAgenda } from '../../roundtables/agenda-records/service.ts'
import { factorNamed, lastHeard } from '../../roundtables/event-answers/service.ts'
import {
  findGuestEvent,
  findLastRoundtables,
  findRoundtable,
} from '../../roundtables/event-records/service.ts'
import { foldedTally } from '../live-votes/service.ts'

/** The factor of what the agenda that guests see is at just now; null: none. */
export async function topicNow(ctx: Context, roundtableId: string): Promise<LiveTopic | null> {
  const [event, agenda] = await Promise.all([
    findGuestEvent(ctx, roundtableId),
    findAgenda(ctx, roundtableId),
  ])
  if (!event || !agenda?.shown) return null
  const now = ctx.clock.now()
  const at = agendaTimes(agenda.items, event).items.findIndex(
    ({ startsAt, endsAt }) => startsAt <= now && now < endsAt,
  )
  const item = agenda.items[at]
  if (!item?.factor || !isReleased(item.embargo, event.zone, now)) return null
  const heard = await lastHeard(ctx, event.regionId)
  const { name, index } = factorNamed(heard?.wave.model ?? null, item.factor)
  return Object.keys(name).length === 0 ? null : { name, index }
}

/** What another event's room asked. */
interface AskedBefore {
  items: readonly { id: string; revealed: boolean; input: LiveItemInput }[]
}

/** Events of the region that are looked at: a year of them. */
const LOOKED_AT = 6

/** What the region's latest round table that was asked the same answered; null: none was, or too few answered. */
export async function lastTime(
  ctx: Context,
  roundtableId: string,
  input: LiveItemInput,
  roomOf: (roundtableId: string) => Promise<AskedBefore | null>,
): Promise<LiveItemView['before']> {
  const event = await findRoundtable(ctx, roundtableId)
  if (input.kind !== 'rating' || !event) return null
  for (const { _id, date, startsAt } of await findLastRoundtables(ctx, event.regionId, LOOKED_AT)) {
    if (startsAt >= event.startsAt) continue
    const items = (await roomOf(_id))?.items ?? []
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
