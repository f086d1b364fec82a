import type { ComparisonView } from '@sixfold/contract/comparisons'
import type { LocalText } from '@sixfold/domain/local-text'
import { JUDGED_WORDINGS } from '@sixfold/domain/results/item-links'

export const JUDGEMENTS = JUDGED_WORDINGS
type Judgement = (typeof JUDGED_WORDINGS)[number]

/** One question of the second survey: what it stands for, and who says so. */
export interface MapRow {
  /** The question of the second survey. */
  key: string
  text: LocalText
  /** The question of the first that it stands for; null: for none. */
  first: string | null
  /** What somebody judged; null: nobody did. */
  judged: Judgement | null
  /** What the texts or the authors say of `autoFirst`; null where only a judgement links the two. */
  auto: `${'auto' | 'by'}.${'same' | 'reworded'}` | null
  autoFirst: string | null
}

/**
 * The map as it stands: the questions that stand for one of the first survey, then the others.
 *
 * @example mapRows(comparison)[0] // { key: 'd1', first: 'delivery', judged: null, auto: 'auto.same', ... }
 */
export function mapRows({ items, unlinked }: Pick<ComparisonView, 'items' | 'unlinked'>): MapRow[] {
  return [
    ...items.map(({ firstItem, secondItem, by, wording }): MapRow => {
      const judged = by === 'map' ? (JUDGEMENTS.find(one => one === wording) ?? null) : null
      const said = wording === 'same' || wording === 'reworded' ? wording : null
      return {
        key: secondItem.key,
        text: secondItem.text,
        first: firstItem.key,
        judged,
        auto: by === 'map' || said === null ? null : `${by === 'texts' ? 'auto' : 'by'}.${said}`,
        autoFirst: by === 'map' ? null : firstItem.key,
      }
    }),
    ...unlinked.second.map(
      ({ key, text }): MapRow => ({ key, text, first: null, judged: null, auto: null, autoFirst: null }),
    ),
  ]
}

/** What is to be kept of the rows: only what somebody judged. */
export function judgedOf(rows: readonly MapRow[]): { first: string; second: string; wording: Judgement }[] {
  return rows.flatMap(({ key, first, judged }) =>
    first === null || judged === null ? [] : [{ first, second: key, wording: judged }],
  )
}
