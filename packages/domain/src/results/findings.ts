import { requireThat } from '../checks.ts'

/** A factor's change against the quarter before, as the scoreboard judges it: `p` and `chance` allow for all that were compared. */
export interface JudgedChange {
  factor: string
  /** Percentage points, with the interval at the confidence asked for. */
  points: number
  low: number
  high: number
  p: number
  chance: boolean
  n: { now: number; before: number }
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
  /** Accounts that were asked and said nothing, by their part of the revenue asked, 0 to 1. */
  | { kind: 'silent'; revenueShare: number; accounts: number; of: number; certain: true }

export interface FindingSources {
  changes: readonly JudgedChange[]
  signals: readonly { factor: string; value: number; low: number; high: number }[]
  improve: readonly { factor: string; importance: number; performance: number }[]
  silence: { revenueShare: number; accounts: number; of: number } | null
}

/** Silence is worth a look when more than this part of the revenue said nothing. */
const MUCH_SILENCE = 0.25
/** A change that could be chance is worth a sentence from this many points on. */
const WORTH_SAYING = 5
const SHOWN = 3

/**
 * The three things to look at this quarter, the weightiest first. A change is called certain only when it survives the correction
 * for all factors; one that could be chance fills up the rest if it is large, and says so. Nothing is made up: there may be fewer.
 *
 * Weights: a certain change by the least it can be, a signal by how far it is out of its range, both in points; a factor to
 * improve by its importance above an even share; silence, which there nearly always is, after them. What could be chance comes last.
 *
 * @throws RangeError for a signal whose range has its low end above.
 * @example findingsOf({ changes: [{ factor: 'delivery', points: -30, chance: false, ... }], signals: [], improve: [], silence: null })
 *   // [{ kind: 'change', factor: 'delivery', points: -30, certain: true, ... }]
 */
export function findingsOf({ changes, signals, improve, silence }: FindingSources): Finding[] {
  const changed = new Set(changes.flatMap(({ factor, chance }) => (chance ? [] : factor)))
  const weighed: Weighed[] = [
    ...changes.filter(({ points, chance }) => !chance || Math.abs(points) >= WORTH_SAYING).map(weighChange),
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

interface Weighed {
  weight: number
  finding: Finding
}

function weighChange({ chance, ...change }: JudgedChange): Weighed {
  const { points, low, high } = change
  const least = chance || low * high <= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high))
  return {
    weight: chance ? Math.abs(points) : least,
    finding: { kind: 'change', ...change, certain: !chance },
  }
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
    weight: silence.revenueShare,
    finding: { kind: 'silent', ...silence, certain: true },
  }
}
