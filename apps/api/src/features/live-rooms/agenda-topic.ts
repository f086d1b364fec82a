import type { LiveTopic } from '@sixfold/contract/live-rooms'
import { agendaTimes, isReleased } from '@sixfold/domain/roundtables/agenda'
import type { Context } from '../../context.ts'
import { findAgenda } from '../agenda-records/service.ts'
import { factorNamed, lastHeard } from '../event-answers/service.ts'
import { findGuestEvent } from '../event-records/service.ts'

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
