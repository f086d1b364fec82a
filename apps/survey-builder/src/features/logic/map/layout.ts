import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsIn } from '@sixfold/domain/survey/logic/places'
import type { MapRule } from './rules.ts'

/** One line of the map, from top to bottom. Lengths are in sixteenths of the root's letter size. */
export interface MapRow {
  key: string
  kind: 'start' | 'page' | 'question' | 'more' | 'end'
  /** Whether it is the last line of its page. */
  closes: boolean
  page: string | null
  question: string | null
  /** Of questions without a rule that are left out below a page. */
  left: number
  rules: readonly MapRule[]
  top: number
  height: number
}

export interface MapArrow {
  key: string
  kind: MapRule['kind']
  from: string
  to: string
  /** At the left what decides, at the right where it goes on. */
  side: 'left' | 'right'
  /** The further out, the higher; from 0. */
  lane: number
  fromY: number
  toY: number
  faulty: boolean
}

export interface MapLayout {
  rows: readonly MapRow[]
  arrows: readonly MapArrow[]
  height: number
  /** How many lanes each side needs. */
  lanes: { left: number; right: number }
}

export const ROW = { head: 34, rule: 22, beforePage: 14 } as const
const MOST_LANES = 14

/**
 * Puts pages and questions under each other and finds a lane for each arrow beside them, the shorter the nearer, so that no
 * two of one lane meet.
 */
export function layoutMap(
  definition: SurveyDefinition,
  rules: readonly MapRule[],
  { onlyRuled }: { onlyRuled: boolean },
): MapLayout {
  const rows = placed(rowsOf(definition, rules, onlyRuled))
  const byKey = new Map(rows.map(row => [row.key, row]))
  const arrows = (['left', 'right'] as const).flatMap(side =>
    inLanes(rules.flatMap(rule => arrowsOf(rule, byKey)).filter(arrow => arrow.side === side)),
  )
  const lanes = (side: MapArrow['side']) =>
    Math.max(0, ...arrows.filter(arrow => arrow.side === side).map(({ lane }) => lane + 1))
  const last = rows.at(-1)
  return {
    rows,
    arrows,
    height: last ? last.top + last.height : 0,
    lanes: { left: lanes('left'), right: lanes('right') },
  }
}

export const pageKey = (page: string): string => `page ${page}`
export const questionKey = (question: string): string => `question ${question}`

type Unplaced = Omit<MapRow, 'top' | 'height' | 'closes'>

function rowsOf(definition: SurveyDefinition, rules: readonly MapRule[], onlyRuled: boolean): Unplaced[] {
  const seen = new Set(rules.flatMap(({ when }) => questionsIn(when)))
  const end = (kind: 'start' | 'end'): Unplaced => ({
    key: kind,
    kind,
    page: null,
    question: null,
    left: 0,
    rules: [],
  })
  const ofPages = definition.pages.flatMap((page): Unplaced[] => {
    const own = rules.filter(rule => rule.page === page.id)
    const shown = page.questions.filter(
      ({ id }) => !onlyRuled || seen.has(id) || own.some(({ question }) => question === id),
    )
    const left = page.questions.length - shown.length
    const line = { page: page.id, question: null, left: 0, rules: [] }
    return [
      {
        ...line,
        key: pageKey(page.id),
        kind: 'page',
        rules: own.filter(({ question }) => question === null),
      },
      ...shown.map(
        ({ id }): Unplaced => ({
          ...line,
          key: questionKey(id),
          kind: 'question',
          question: id,
          rules: own.filter(({ question }) => question === id),
        }),
      ),
      ...(left > 0 ? [{ ...line, key: `more ${page.id}`, kind: 'more' as const, left }] : []),
    ]
  })
  return [end('start'), ...ofPages, end('end')]
}

function placed(rows: readonly Unplaced[]): MapRow[] {
  let bottom = 0
  return rows.map((row, at) => {
    const opens = row.kind === 'page' || row.kind === 'end'
    const top = bottom + (opens ? ROW.beforePage : 0)
    const height = ROW.head + row.rules.length * ROW.rule
    bottom = top + height
    return { ...row, closes: rows[at + 1]?.page !== row.page || row.page === null, top, height }
  })
}

function arrowsOf(rule: MapRule, rows: ReadonlyMap<string, MapRow>): MapArrow[] {
  const own = rows.get(rule.question === null ? pageKey(rule.page) : questionKey(rule.question))
  if (!own) return []
  const faulty = rule.findings.length > 0
  if (rule.kind === 'jump') {
    const to = rule.to === null ? undefined : rows.get(rule.to === 'end' ? 'end' : pageKey(rule.to.page))
    return to ? [arrow(rule, { from: own, to, side: 'right', faulty })] : []
  }
  return [...new Set(questionsIn(rule.when))].flatMap(question => {
    const from = rows.get(questionKey(question))
    return from && from !== own ? [arrow(rule, { from, to: own, side: 'left', faulty })] : []
  })
}

function arrow(
  rule: MapRule,
  { from, to, side, faulty }: { from: MapRow; to: MapRow; side: MapArrow['side']; faulty: boolean },
): MapArrow {
  return {
    key: `${rule.key} ${from.key}`,
    kind: rule.kind,
    from: from.key,
    to: to.key,
    side,
    lane: 0,
    // What leaves a line starts a little below where something could arrive at it.
    fromY: from.top + ROW.head / 2 + 4,
    toY: to.top + ROW.head / 2 - 4,
    faulty,
  }
}

function inLanes(arrows: readonly MapArrow[]): MapArrow[] {
  const taken: { top: number; bottom: number }[][] = []
  const length = ({ fromY, toY }: MapArrow) => Math.abs(toY - fromY)
  return [...arrows]
    .sort((one, other) => length(one) - length(other) || one.fromY - other.fromY)
    .map(one => {
      const [top, bottom] = [Math.min(one.fromY, one.toY), Math.max(one.fromY, one.toY)]
      let lane = taken.findIndex(others => others.every(other => other.bottom < top || other.top > bottom))
      if (lane < 0) lane = taken.push([]) - 1
      taken[lane]?.push({ top, bottom })
      return { ...one, lane: lane % MOST_LANES }
    })
}
