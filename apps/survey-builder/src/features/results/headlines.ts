import type { FindingView } from '@sixfold/contract/findings'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { ABOUT_THE_SAME } from './change.ts'

/** What a reader should know first. */
export type Headline =
  | { kind: 'found'; finding: FindingView }
  /** So many factors did not move by more than `points`. */
  | { kind: 'still'; count: number; points: number; n: number }
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
  const most = Math.max(...still.map(({ change }) => Math.abs(change.points)))
  return [
    ...found,
    {
      kind: 'still',
      count: still.length,
      points: Math.max(ABOUT_THE_SAME, Math.ceil(most)),
      n: Math.max(...still.map(({ n }) => n ?? 0)),
    },
  ]
}
