/** How a case came to be. */
export const CASE_SOURCES = ['complaint', 'rule', 'call', 'round_table', 'silence', 'hand'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]

/** The most urgent first. */
export const SEVERITIES = ['critical', 'normal', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What is promised for a case, in working minutes of its region. */
export interface CasePromise {
  acknowledge: number
  resolve: number
}
export type CasePromises = Record<Severity, CasePromise>

const HOUR = 60

/** Until an organisation says otherwise: an hour to take up what is critical, a working day of nine hours to resolve it. */
export const DEFAULT_PROMISES: CasePromises = {
  critical: { acknowledge: HOUR, resolve: 9 * HOUR },
  normal: { acknowledge: 4 * HOUR, resolve: 27 * HOUR },
  minor: { acknowledge: 9 * HOUR, resolve: 45 * HOUR },
}

export const MOST_PROMISED_MINUTES = 540 * HOUR

/**
 * Whether these promises make sense: whole working minutes, nothing resolved before it is taken up.
 *
 * @example promiseFault({ acknowledge: 120, resolve: 60 }) // 'resolve_before_acknowledge'
 */
export function promiseFault({
  acknowledge,
  resolve,
}: CasePromise): 'not_minutes' | 'resolve_before_acknowledge' | null {
  const isMinutes = (value: number) =>
    Number.isSafeInteger(value) && value >= 1 && value <= MOST_PROMISED_MINUTES
  if (!isMinutes(acknowledge) || !isMinutes(resolve)) return 'not_minutes'
  return resolve < acknowledge ? 'resolve_before_acknowledge' : null
}
