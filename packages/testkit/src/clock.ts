const milliseconds = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const

type Lapse = Partial<Record<keyof typeof milliseconds, number>>

export interface TestClock {
  now(): Date
  set(instant: string): void
  /** `advance({ hours: 2 })` adds elapsed time, not wall time. */
  advance(lapse: Lapse): void
}

/** Monday, ten in the morning in Hanoi: nobody's quiet hours in the regions of Vietnam. */
const A_WORKING_MORNING = '2026-08-17T03:00:00.000Z'

/** A clock that stands still until it is told otherwise. */
export function testClock(start: string = A_WORKING_MORNING): TestClock {
  let now = read(start)
  return {
    now: () => new Date(now),
    set(instant) {
      now = read(instant)
    },
    advance(lapse) {
      for (const unit of Object.keys(lapse) as (keyof Lapse)[]) now += (lapse[unit] ?? 0) * milliseconds[unit]
    },
  }
}

function read(instant: string): number {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RangeError(`${instant} is no instant`)
  return time
}
