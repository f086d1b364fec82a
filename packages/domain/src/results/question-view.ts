import type { LocalText } from '../local-text.ts'
import { customerEffortScore, netPromoterScore } from '../measures.ts'
import type { Counts, Scoreboard } from '../scoreboard.ts'
import { hiddenSegments } from '../scoreboard-disclosure.ts'
import { wilsonInterval } from '../statistics/intervals.ts'
import type { SurveyDefinition } from '../survey/definition.ts'
import { questionsOf } from '../survey/definition.ts'
import { partsOf } from '../survey/parts.ts'
import type { Question, QuestionKind } from '../survey/question.ts'
import type { Cell, CellList } from './cells.ts'
import { cellListsOf } from './cells.ts'
import { itemEffectKey } from './judged-difference.ts'

/** The one figure that says most about a list of counts; interval ends are null where none is stated. */
export interface Figure {
  /**
   * Percent: `satisfied`, `agreeing`, `topTwo` (csat), `yes`. Scores: `nps` −100 to 100, `effort` by its variant.
   * `mean`: of a scale or a number; `meanPlace`: 1 is best; `meanPoints`: shared out.
   */
  is: 'satisfied' | 'agreeing' | 'topTwo' | 'yes' | 'nps' | 'effort' | 'mean' | 'meanPlace' | 'meanPoints'
  value: number
  low: number | null
  high: number | null
}

/** One count, and its share of `n` in percent; the share is null for "not applicable", which is no part of n. */
export interface CellView {
  cell: Exclude<Cell, { is: 'answered' } | { is: 'total' }>
  count: number
  percent: number | null
}

/** One list of counts, ready to be shown. Suppressed: every number is null and there are no cells (law 5). */
export interface ListView {
  key: string
  /** The row or option; null: the question itself. */
  text: LocalText | null
  importance: boolean
  suppressed: boolean
  /** Valid answers. */
  n: number | null
  figure: Figure | null
  cells: CellView[]
}

export interface QuestionView {
  question: string
  kind: QuestionKind
  text: LocalText
  lists: ListView[]
}

/**
 * What was answered to every question of a wave in one segment, in the order of the questionnaire; statements are left out.
 *
 * @example questionViews({ definition, board, segment: 'all', minimumCell: 5, confidence: 0.95 })
 */
export function questionViews(options: {
  definition: SurveyDefinition
  board: Scoreboard
  segment: string
  minimumCell: number
  /** 0..1 */
  confidence: number
  /** How alike people of one account rate what is rated on the satisfaction scale, by `itemEffectKey`; absent or null: not known, and not allowed for. */
  effects?: Readonly<Record<string, number | null>> | undefined
}): QuestionView[] {
  return questionsOf(options.definition).flatMap(question => {
    const lists = cellListsOf(question)
    if (lists.length === 0) return []
    const { id, kind, text } = question
    return [{ question: id, kind, text, lists: lists.map(list => listView(question, list, options)) }]
  })
}

function listView(
  question: Question,
  list: CellList,
  { board, segment, minimumCell, confidence, effects }: Parameters<typeof questionViews>[0],
): ListView {
  const parts = partsOf(question)?.parts
  const head = {
    key: list.key,
    text: parts?.find(({ id }) => id === list.part)?.text ?? null,
    importance: list.importance ?? false,
  }
  const countsOf = (of: string): Counts => board[of]?.questions[list.key] ?? list.cells.map(() => 0)
  const counts = countsOf(segment)
  const n = validIn(list.cells, counts)
  const hidden = hiddenSegments({
    board,
    validOf: counted => validIn(list.cells, counted?.questions[list.key] ?? []),
    minimumCell,
  })
  if (n < minimumCell || hidden.has(segment))
    return { ...head, suppressed: true, n: null, figure: null, cells: [] }
  const cells = list.cells.flatMap((cell, at): CellView[] => {
    if (cell.is === 'answered' || cell.is === 'total') return []
    const count = counts[at] ?? 0
    return [{ cell, count, percent: cell.is === 'not_applicable' ? null : (100 * count) / n }]
  })
  // That people of one account differ more than others is chance.
  const designEffect = Math.max(1, effects?.[itemEffectKey(list.key)] ?? 1)
  const figure = figureOf(question, list, counts, { confidence, designEffect })
  return { ...head, suppressed: false, n, figure, cells }
}

/** Valid answers: "not applicable" and blanks are not among them. */
function validIn(cells: readonly Cell[], counts: Counts): number {
  const base = cells.findIndex(({ is }) => is === 'answered')
  if (base >= 0) return counts[base] ?? 0
  return cells.reduce((sum, { is }, at) => sum + (is === 'not_applicable' ? 0 : (counts[at] ?? 0)), 0)
}

function figureOf(
  question: Question,
  list: CellList,
  counts: Counts,
  { confidence, designEffect }: { confidence: number; designEffect: number },
): Figure | null {
  const n = validIn(list.cells, counts)
  const share = (is: Figure['is'], successes: number): Figure => {
    const { low, high } = wilsonInterval({ successes, trials: n, designEffect, confidence })
    return { is, value: (100 * successes) / n, low: low * 100, high: high * 100 }
  }
  const plain = (is: Figure['is'], value: number | null): Figure | null =>
    value === null ? null : { is, value, low: null, high: null }
  const at = (index: number) => counts[index] ?? 0
  if (list.importance)
    return plain(
      'mean',
      meanOf(list.cells, counts, cell => (cell.is === 'point' ? cell.value : null)),
    )
  switch (question.kind) {
    case 'satisfaction':
    case 'grid':
      return share('satisfied', at(0) + at(1))
    case 'agreement':
      return share('agreeing', at(0) + at(1))
    case 'csat':
      return share('topTwo', at(0) + at(1))
    case 'yes-no':
      return share('yes', at(0))
    case 'nps': {
      const sum = (from: number, to: number) => counts.slice(from, to + 1).reduce((all, one) => all + one, 0)
      const { score, adjusted } = netPromoterScore({
        promoters: sum(9, 10),
        passives: sum(7, 8),
        detractors: sum(0, 6),
        confidence,
      })
      return score === null ? null : { is: 'nps', value: score, low: adjusted.low, high: adjusted.high }
    }
    case 'ces':
      return plain('effort', customerEffortScore({ counts, variant: question.variant }).score)
    case 'rating':
      return plain(
        'mean',
        meanOf(list.cells, counts, cell => (cell.is === 'point' ? cell.value : null)),
      )
    case 'ranking':
      return plain(
        'meanPlace',
        meanOf(list.cells, counts, cell => (cell.is === 'place' ? cell.place : null)),
      )
    case 'slider':
    case 'number':
      return plain('mean', totalMean(list.cells, counts, n))
    case 'sum':
      return plain('meanPoints', totalMean(list.cells, counts, n))
    case 'choice':
    case 'choices':
    case 'dropdown':
    case 'picture':
    case 'text':
    case 'date':
    case 'consent':
    case 'contact-details':
    case 'upload':
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

function meanOf(
  cells: readonly Cell[],
  counts: Counts,
  readValue: (cell: Cell) => number | null,
): number | null {
  let n = 0
  let sum = 0
  for (const [at, cell] of cells.entries()) {
    const value = readValue(cell)
    if (value === null) continue
    n += counts[at] ?? 0
    sum += value * (counts[at] ?? 0)
  }
  return n === 0 ? null : sum / n
}

function totalMean(cells: readonly Cell[], counts: Counts, n: number): number | null {
  const at = cells.findIndex(({ is }) => is === 'total')
  const cell = cells[at]
  return n === 0 || cell?.is !== 'total' ? null : (counts[at] ?? 0) / 10 ** cell.decimals / n
}
