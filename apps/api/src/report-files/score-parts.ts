import { controlTrends } from '@sixfold/charts/control-trends'
import type { ScoreboardView } from '@sixfold/contract/waves'
import { textIn } from '@sixfold/domain/local-text'
import { formatQuarter } from '@sixfold/domain/quarter'
import { changeWord, shownPoints } from '@sixfold/domain/results/change-word'
import { expectedRanges } from '@sixfold/domain/results/expected-range'
import type { ReportColumn } from '@sixfold/domain/results/report-outline'
import type { ReportPart } from './report.ts'
import type { Tell } from './tell.ts'

type Score = ScoreboardView['factors'][number]

/** The factors of a wave, and how their answers fell; percent satisfied always, other columns as chosen. */
export function scoreParts(
  { factors, minimumCell }: ScoreboardView,
  tell: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const { say, language, whole } = tell
  if (factors.every(({ suppressed }) => suppressed))
    return [
      { kind: 'heading', text: say('scores') },
      { kind: 'paragraph', text: say('scoresFew', { minimum: minimumCell }) },
    ]
  const shown = (value: number | null) => (value === null ? say('hidden') : whole(value))
  const name = (score: Score) => textIn(score.name, language, 'en')
  const interval = ({ interval: range }: Score) =>
    range ? say('interval', { low: whole(range.low), high: whole(range.high) }) : say('noChange')
  const indexText = ({ netSatisfactionIndex: index, indexInterval: range }: Score) =>
    index !== null && range && columns.includes('interval')
      ? say('indexRange', { index: whole(index), low: whole(range.low), high: whole(range.high) })
      : shown(index)
  const all: { column: ReportColumn | null; header: string; cell: (score: Score) => string }[] = [
    { column: null, header: say('factor'), cell: name },
    { column: 'index', header: say('index'), cell: indexText },
    { column: null, header: say('satisfied'), cell: score => shown(score.percentSatisfied) },
    { column: 'interval', header: say('range'), cell: interval },
    { column: 'change', header: say('change'), cell: score => changeText(score, tell) },
    { column: 'nonsatisfied', header: say('nonsatisfied'), cell: score => shown(score.percentNonsatisfied) },
    { column: 'n', header: say('n'), cell: score => shown(score.n) },
  ]
  const chosen = all.filter(({ column }) => column === null || columns.includes(column))
  return [
    { kind: 'heading', text: say('scores') },
    {
      kind: 'table',
      columns: chosen.map(({ header }) => header),
      rows: factors.map(score => chosen.map(({ cell }) => cell(score))),
    },
    ...(columns.includes('distribution') ? distributionParts(factors, tell) : []),
  ]
}

function distributionParts(factors: readonly Score[], tell: Tell): ReportPart[] {
  const { say, language } = tell
  return [
    { kind: 'heading', text: say('distribution') },
    {
      kind: 'table',
      columns: [
        say('factor'),
        say('verySatisfied'),
        say('justSatisfied'),
        say('neutral'),
        say('dissatisfied'),
        say('veryDissatisfied'),
      ],
      rows: factors.map(score => [textIn(score.name, language, 'en'), ...shares(score, tell)]),
    },
  ]
}

function changeText({ change, trendBroken, percentSatisfied }: Score, { say, signed }: Tell): string {
  const word = changeWord({ change, trendBroken })
  if (word === 'noBefore') return say('noChange')
  return say(word, { points: signed(change ? shownPoints(percentSatisfied ?? 0, change.points) : 0) })
}

function shares({ counts, n }: Score, { say, whole }: Tell): string[] {
  if (!counts || !n) return Array.from({ length: 5 }, () => say('hidden'))
  return counts.map(count => whole((100 * count) / n))
}

/**
 * Percent nonsatisfied of each factor over the quarters; nothing where there is only one, or none that may be shown. The limits of
 * what chance explains are intervals, and stand only with these.
 */
export function trendParts(
  history: readonly ScoreboardView[],
  { say, language }: Tell,
  columns: readonly ReportColumn[],
): ReportPart[] {
  const withoutRanges = !columns.includes('interval')
  const newest = history.at(-1)
  if (!newest || history.length < 2) return []
  const trends = newest.factors.map(({ factor, name }, index) => {
    const scores = history.map(({ factors }) => factors.find(one => one.factor === factor))
    const ranges = withoutRanges
      ? []
      : expectedRanges(
          scores.map(score => ({ counts: score?.counts ?? null, trendBroken: score?.trendBroken ?? false })),
          { designEffect: scores.at(-1)?.designEffect ?? 1 },
        )
    const quarters = history.map(({ quarter }, at) => ({
      quarter: formatQuarter(quarter),
      value: scores[at]?.percentNonsatisfied ?? null,
      expected: ranges[at] ?? null,
      signal: ranges[at]?.signal ?? false,
      broken: scores[at]?.trendBroken ?? false,
    }))
    return { index, name: textIn(name, language, 'en'), quarters }
  })
  const isEmpty = trends.every(({ quarters }) => quarters.every(({ value }) => value === null))
  if (isEmpty) return []
  return [
    { kind: 'heading', text: say('trends') },
    { kind: 'chart', label: say('trendsChart'), model: controlTrends(trends, language, { withoutRanges }) },
  ]
}
