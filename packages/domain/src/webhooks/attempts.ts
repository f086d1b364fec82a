const SECOND = 1
const MINUTE = 60
const HOUR = 3_600

/**
 * Waits between attempts, in seconds, as Standard Webhooks recommends: about three days in all, so that a receiver may be
 * away for a day or a weekend.
 */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/**
 * Seconds until the next attempt after `failures` failed ones (1 or more); null: it is given up and waits for a person.
 * `asked`: what the receiver wished in `Retry-After`, in seconds; heeded up to a day where it is the longer wait.
 *
 * @example nextAttempt(1) // 5
 * @example nextAttempt(1, 120) // 120
 * @example nextAttempt(10) // null
 */
export function nextAttempt(failures: number, asked = 0): number | null {
  const wait = WAITS[failures - 1]
  return wait === undefined ? null : Math.max(wait, Math.min(asked, 24 * HOUR))
}

export type Outcome = 'delivered' | 'retry' | 'ended'

/**
 * What an HTTP status means for a delivery: 2xx arrived; 410 wants no more of any; everything else, redirects too, is tried
 * again. Null: no answer came.
 *
 * @example outcomeOf(204) // 'delivered'
 * @example outcomeOf(302) // 'retry'
 */
export function outcomeOf(status: number | null): Outcome {
  if (status === null) return 'retry'
  if (status >= 200 && status < 300) return 'delivered'
  return status === 410 ? 'ended' : 'retry'
}
