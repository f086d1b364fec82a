import { requireWhole } from '../checks.ts'

/** How a result was gathered, as far as it bears on comparing it with another. */
export interface Gathering {
  n: number
  /** Answers by mode, such as web and phone. */
  modes: Readonly<Record<string, number>>
  /** Whether answers stand beside names, are separated from them, or were gathered without saying who asks. */
  anonymity: 'named' | 'anonymous' | 'blind'
  /** Answers by people who chose themselves, as by an open link, are no sample. */
  selfSelected: boolean
}

/** How the question of the second result stands to that of the first. */
export type Wording = 'same' | 'reworded' | 'equivalent' | 'different'

export type ComparabilityReason =
  | { kind: 'too_few'; n: number }
  | { kind: 'few'; n: number }
  | { kind: 'modes' /** Answers that came another way, 0 to 1. */; moved: number }
  | { kind: 'anonymity' }
  | { kind: 'blind' }
  | { kind: 'self_selected' }
  | { kind: 'wording'; wording: Exclude<Wording, 'same'> }

/** A: like with like. B: with care. C: only the direction. D: not to be compared. */
export type ComparabilityGrade = 'A' | 'B' | 'C' | 'D'

const GRADES: readonly ComparabilityGrade[] = ['A', 'B', 'C', 'D']

/** Fewer answers than these leave wide intervals. */
const FEW = 30
/** A change of mode for more answers than this moves scores by itself: people are kinder on the phone. */
const MODES_MOVED = 0.2

/**
 * Whether two results can be compared, and what speaks against it. The grade is that of the worst reason.
 *
 * @throws RangeError for counts that are no whole numbers.
 * @example comparability({ first, second, wording: 'reworded', minimumCell: 5 })
 *   // { grade: 'C', reasons: [{ kind: 'wording', wording: 'reworded' }] }
 */
export function comparability({
  first,
  second,
  wording,
  minimumCell,
}: {
  first: Gathering
  second: Gathering
  wording: Wording
  minimumCell: number
}): { grade: ComparabilityGrade; reasons: ComparabilityReason[] } {
  requireWhole('minimumCell', minimumCell)
  const n = Math.min(first.n, second.n)
  const moved = modesMoved(first.modes, second.modes)
  const reasons: ComparabilityReason[] = [
    ...(n < minimumCell ? [{ kind: 'too_few' as const, n }] : n < FEW ? [{ kind: 'few' as const, n }] : []),
    ...(wording === 'same' ? [] : [{ kind: 'wording' as const, wording }]),
    ...anonymityReasons(first, second),
    ...(first.selfSelected === second.selfSelected ? [] : [{ kind: 'self_selected' as const }]),
    ...(moved > MODES_MOVED ? [{ kind: 'modes' as const, moved }] : []),
  ]
  const worst = Math.max(0, ...reasons.map(reason => GRADES.indexOf(gradeOf(reason))))
  return { grade: GRADES[worst] ?? 'D', reasons }
}

function anonymityReasons(first: Gathering, second: Gathering): ComparabilityReason[] {
  if (first.anonymity === second.anonymity) return []
  const oneIsBlind = first.anonymity === 'blind' || second.anonymity === 'blind'
  return [{ kind: oneIsBlind ? 'blind' : 'anonymity' }]
}

function gradeOf(reason: ComparabilityReason): ComparabilityGrade {
  switch (reason.kind) {
    case 'too_few':
      return 'D'
    case 'wording':
      return reason.wording === 'different' ? 'D' : reason.wording === 'equivalent' ? 'B' : 'C'
    case 'self_selected':
      return 'C'
    case 'few':
    case 'modes':
    case 'anonymity':
    case 'blind':
      return 'B'
  }
}

/** The share of answers that would have to come another way for the modes to be alike, 0 to 1. */
function modesMoved(first: Gathering['modes'], second: Gathering['modes']): number {
  const [all, others] = [totalOf(first), totalOf(second)]
  if (all === 0 || others === 0) return 0
  const modes = new Set([...Object.keys(first), ...Object.keys(second)])
  const apart = [...modes].map(mode => Math.abs((first[mode] ?? 0) / all - (second[mode] ?? 0) / others))
  return apart.reduce((sum, value) => sum + value, 0) / 2
}

function totalOf(modes: Gathering['modes']): number {
  for (const count of Object.values(modes)) requireWhole('answers of a mode', count)
  return Object.values(modes).reduce((sum, count) => sum + count, 0)
}
