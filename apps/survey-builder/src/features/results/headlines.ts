import type { FindingView } from '@sixfold/contract/findings'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { ABOUT_THE_SAME } from '@sixfold/domain/results/change-word'

/** What a reader should know first. */
export type Headline =
  | { kind: 'found'; finding: FindingView }
  /** So many factors did not clearly move, none by more than `points`, judged by `n` answers; `others`: some of those compared did, or are named. */
  | { kind: 'still'; of: 'all' | 'compared' | 'others'; count: number; points: number; n: number }
  | { kind: 'first' }
  | { kind: 'waiting'; minimum: number }

/** The three things to look at, then one sentence for the factors that none of them names. */
export function headlinesOf(
  { factors, minimumCell }: ScoreboardView,
  findings: readonly FindingView[],
): Headline[] {
  if (factors.every(({ suppressed }) => suppressed)) return [{ kind: 'waiting', minimum: minimumCell }]
  const found = findings.map((finding): Headline => ({ kind: 'found', finding }))
  const named = new Set(findings.flatMap(one => (one.kind === 'change' ? one.factor : [])))
  const compared = factors.flatMap(({ factor, n, change }) => (change ? [{ factor, n, change }] : []))
  if (compared.length === 0) return [...found, { kind: 'first' }]
  const still = compared.filter(({ factor, change }) => change.chance && !named.has(factor))
  if (still.length === 0) return found
  const [most] = still.toSorted((a, b) => Math.abs(b.change.points) - Math.abs(a.change.points))
  return [
    ...found,
    {
      kind: 'still',
      of: still.length < compared.length ? 'others' : still.length < factors.length ? 'compared' : 'all',
      count: still.length,
      points: Math.max(ABOUT_THE_SAME, Math.ceil(Math.abs(most?.change.points ?? 0))),
      n: most?.n ?? 0,
    },
  ]
}
