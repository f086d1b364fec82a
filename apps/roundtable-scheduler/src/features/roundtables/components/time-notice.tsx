import type { planInput } from '@sixfold/contract/event-plans'
import { isLocalDate } from '@sixfold/domain/is-local-date'
import { isTimeOfDay, resolveWallTime } from '@sixfold/domain/wall-time'
import type { z } from 'zod'
import { EventNotices } from './event-notices.tsx'

interface TimeNoticeProps {
  plan: Partial<z.input<typeof planInput>>
  fallbackZone: string
}

/** Says before anything is saved what a time means that the clocks skip or repeat. */
export function TimeNotice({ plan, fallbackZone }: TimeNoticeProps) {
  const { date = '', startTime: time = '', zone = '' } = plan
  if (!isLocalDate(date) || !isTimeOfDay(time)) return null
  const { instant, kind, unknownZone } = resolveWallTime({ date, time, zone, fallbackZone })
  const timeNotice = unknownZone ? 'unknown_zone' : kind === 'exact' ? null : kind
  return (
    <div role="status">
      <EventNotices
        event={{ timeNotice, holiday: null, startsAt: instant.toISOString(), zone }}
        fallbackZone={fallbackZone}
      />
    </div>
  )
}
