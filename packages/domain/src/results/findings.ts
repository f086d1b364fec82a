import { requireOpenProportion, requireThat } from '../checks.ts'
import type { Share } from '../statistics/intervals.ts'
import { holm, newcombeInterval, twoProportionTest } from '../statistics/intervals.ts'

/** A factor's satisfied answers now and in the quarter before. */
export interface FactorShift {
  factor: string
  now: Share
  before: Share
}

/** Something to look at. `certain`: it survives the correction for everything that was looked at. */
export type Finding =
  | {
      kind: 'change'
      factor: string
      /** Percentage points, with the interval at the confidence asked for. */
      points: number
      low: number
      high: number
      /** Adjusted by Holm over all factors. */
      p: number
      n: { now: number; before: number }
      certain: boolean
    }
  /** Outside what chance explains over the quarters. */
  | { kind: 'signal'; factor: string; value: number; low: number; high: number; certain: true }
  /** Clearly important and clearly below the mean. */
  | { kind: 'improve'; factor: string; importance: number; performance: number; certain: true }
  /** Accounts that said nothing, by their part of the revenue, 0 to 1. */
  | { kind: 'silent'; revenueShare: number; accounts: number; of: number; certain: true }

export interface FindingSources {
  shifts: readonly FactorShift[]
  signals: readonly { factor: string; value: number; low: number; high: number }[]
  improve: readonly { factor: string; importance: number; performance: number }[]
  silence: { revenueShare: number; accounts: number; of: number } | null
}

/** Silence is worth a look when more than this part of the revenue said nothing. */
const MUCH_SILENCE = 0.25
const SHOWN = 3

/**
 * The three things to look at this quarter, the weightiest first. A change is called one only when it survives Holm's
 * correction over all factors; what could be chance fills up the rest and says so. Nothing is made up: there may be fewer.
 *
 * Weights: a certain change by the least it can be, a signal by how far it is out of its range, both in points; a factor to
 * improve by its importance above an even share; silence by its part of the revenue. What could be chance comes last.
 *
 * @param confidence 0..1
 * @throws RangeError for a confidence outside (0, 1) or counts that are none.
 * @example findingsOf({ shifts: [{ factor: 'delivery', now: { successes: 50, trials: 100 }, before: { successes: 80, trials: 100 } }], signals: [], improve: [], silence: null }, { confidence: 0.95 })
 *   // [{ kind: 'change', factor: 'delivery', points: -30, certain: true, ... }]
 */
export function findingsOf(
  { shifts, signals, improve, silence }: FindingSources,
  { confidence }: { confidence: number },
): Finding[] {
  requireOpenProportion('confidence', confidence)
  const changes = changesOf(shifts, confidence)
  const changed = new Set(changes.flatMap(({ finding }) => (finding.certain ? finding.factor : [])))
  const weighed: Weighed[] = [
    ...changes,
    // A signal of a factor that clearly changed is the same news.
    ...signals.filter(({ factor }) => !changed.has(factor)).map(weighSignal),
    ...improve.map(one => ({
      weight: one.importance - 100 / 6,
      finding: { kind: 'improve' as const, ...one, certain: true as const },
    })),
    ...(silence && silence.revenueShare > MUCH_SILENCE ? [weighSilence(silence)] : []),
  ]
  return weighed
    .toSorted((a, b) => Number(b.finding.certain) - Number(a.finding.certain) || b.weight - a.weight)
    .slice(0, SHOWN)
    .map(({ finding }) => finding)
}

interface Weighed<F extends Finding = Finding> {
  weight: number
  finding: F
}

function changesOf(
  shifts: readonly FactorShift[],
  confidence: number,
): Weighed<Extract<Finding, { kind: 'change' }>>[] {
  const known = shifts.flatMap(shift => {
    const { p } = twoProportionTest({ first: shift.now, second: shift.before })
    const interval = newcombeInterval({ first: shift.now, second: shift.before, confidence })
    const { difference } = interval
    return p === null || difference === null ? [] : [{ shift, p, interval: { ...interval, difference } }]
  })
  const adjusted = holm(known.map(({ p }) => p))
  return known.map(({ shift, interval }, at) => {
    const { difference, low, high } = interval
    const p = adjusted[at] ?? 1
    const certain = p < 1 - confidence
    const least = certain ? Math.max(0, Math.min(Math.abs(low), Math.abs(high))) : Math.abs(difference)
    return {
      weight: 100 * least,
      finding: {
        kind: 'change',
        factor: shift.factor,
        points: 100 * difference,
        low: 100 * low,
        high: 100 * high,
        p,
        n: { now: shift.now.trials, before: shift.before.trials },
        certain,
      },
    }
  })
}

function weighSignal(signal: FindingSources['signals'][number]): Weighed {
  const { value, low, high } = signal
  requireThat(low <= high, 'a range has its low end below')
  return {
    weight: Math.max(low - value, value - high, 0),
    finding: { kind: 'signal', ...signal, certain: true },
  }
}

function weighSilence(silence: NonNullable<FindingSources['silence']>): Weighed {
  return {
    weight: 20 * silence.revenueShare,
    finding: { kind: 'silent', ...silence, certain: true },
  }
}
