import type { UiLanguage } from '@sixfold/contract/words'
import type { ChartLook, ChartModel } from './chart-model.ts'
import { baseOption, categoryAxis, read, valueAxis } from './drawing.ts'
import { factorSymbol } from './factor-symbols.ts'
import { chartWords } from './words.ts'

export interface TrendQuarter {
  quarter: string
  /** Percent; null where it may not be shown. */
  value: number | null
  /** What chance explains; null where there are too few quarters. */
  expected: { low: number; high: number } | null
  signal: boolean
  /** The question changed here, so the line breaks (law 1). */
  broken: boolean
}

export interface FactorTrend {
  /** The factor's place in its model. */
  index: number
  name: string
  quarters: readonly TrendQuarter[]
}

/** In pixels: of a panel with its name and its quarters, and of what stands above and below its lines. */
const PANEL = 140
const NAME = 26
const BELOW = 6

const columnsOf = (count: number, wide: boolean) => Math.max(1, Math.min(count, wide ? 3 : 2))

/**
 * The factors over the same quarters, each with the range that chance explains, in panels of one scale. `withoutRanges`: its
 * readers may not see these, however many quarters there are.
 */
export function controlTrends(
  trends: readonly FactorTrend[],
  language: UiLanguage,
  { withoutRanges = false }: { withoutRanges?: boolean } = {},
): ChartModel {
  const say = chartWords(language)
  const number = (value: number) => read(value, language)
  const said = ({ quarter, value, signal }: TrendQuarter) =>
    value === null
      ? say('trendGap', { quarter })
      : say(signal ? 'trendSignal' : 'trendPoint', { quarter, value: number(value) })
  const cell = ({ value, signal }: TrendQuarter) =>
    value === null ? say('unknown') : signal ? say('outside', { value: number(value) }) : number(value)
  return {
    sentence: sentenceOf(trends, { say, withoutRanges }),
    table: {
      columns: [say('factor'), ...(trends[0]?.quarters ?? []).map(({ quarter }) => quarter)],
      rows: trends.map(({ name, quarters }) => [name, ...quarters.map(cell)]),
    },
    points: trends.flatMap(({ name, quarters }, series) =>
      quarters.map((quarter, at) => ({ series, at, text: `${name}, ${said(quarter)}` })),
    ),
    height: Math.max(1, Math.ceil(trends.length / columnsOf(trends.length, true))) * PANEL,
    draw: look => draw(trends, number, look),
  }
}

function sentenceOf(
  trends: readonly FactorTrend[],
  { say, withoutRanges }: { say: ReturnType<typeof chartWords>; withoutRanges: boolean },
): string {
  const all = trends.flatMap(({ quarters }) => quarters)
  const outside = trends.flatMap(({ name, quarters }) => {
    const signals = quarters.filter(({ signal }) => signal).map(({ quarter }) => quarter)
    return signals.length > 0 ? say('trendSignals', { factor: name, quarters: signals.join(', ') }) : []
  })
  if (outside.length > 0) return outside.join(' ')
  if (all.every(({ value }) => value === null)) return say('trendNothing')
  if (withoutRanges) return say('trendPlain')
  return say(all.some(({ expected }) => expected !== null) ? 'trendQuiet' : 'trendShort')
}

function draw(trends: readonly FactorTrend[], number: (value: number) => string, look: ChartLook) {
  const { colors } = look
  const all = trends.flatMap(({ quarters }) => quarters)
  const top =
    Math.ceil(Math.max(20, ...all.flatMap(({ value, expected }) => [value ?? 0, expected?.high ?? 0])) / 20) *
    20
  const columns = columnsOf(trends.length, look.wide)
  const share = 100 / columns
  return {
    ...baseOption(look),
    grid: trends.map((_, at) => ({
      left: `${(at % columns) * share}%`,
      width: `${share - 5}%`,
      top: Math.floor(at / columns) * PANEL + NAME,
      height: PANEL - NAME - BELOW,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    })),
    xAxis: trends.map(({ quarters }, at) => ({
      ...categoryAxis(
        look,
        quarters.map(({ quarter }) => quarter),
      ),
      gridIndex: at,
      axisLine: { show: false },
      boundaryGap: false,
      axisLabel: {
        color: colors['text-3'],
        fontSize: 11,
        interval: Math.max(0, quarters.length - 2),
        alignMinLabel: 'left' as const,
        alignMaxLabel: 'right' as const,
      },
    })),
    yAxis: trends.map(({ name }, at) => ({
      ...valueAxis(look, name),
      gridIndex: at,
      nameTextStyle: { color: colors.text, fontSize: 12, fontWeight: 600, align: 'left' as const },
      nameGap: 12,
      axisLabel: { color: colors['text-3'], fontSize: 11 },
      min: 0,
      max: top,
      interval: top / 2,
    })),
    // First one line of each factor, so that a point is found by its factor; breaks and ranges come after.
    series: [
      ...trends.map((trend, at) =>
        line(trend, { at, number, run: runsOf(trend.quarters)[0] ?? new Set() }, look),
      ),
      ...trends.flatMap((trend, at) =>
        runsOf(trend.quarters)
          .slice(1)
          .map(run => line(trend, { at, number, run }, look)),
      ),
      ...trends.flatMap(({ quarters }, at) => band(quarters, { at, color: colors.sunken })),
    ],
  }
}

/** A break is a gap in the line: the point after it begins another one. */
function line(
  { index, quarters }: FactorTrend,
  { at: panel, number, run }: { at: number; number: (value: number) => string; run: ReadonlySet<number> },
  { colors }: ChartLook,
) {
  const { symbol, color } = factorSymbol(index, colors)
  const last = quarters.findLastIndex(({ value }) => value !== null)
  return {
    type: 'line' as const,
    xAxisIndex: panel,
    yAxisIndex: panel,
    data: quarters.map(({ value, signal }, at) => ({
      value: run.has(at) ? value : null,
      symbol: at === last ? symbol : 'circle',
      symbolSize: at === last ? 11 : signal ? 9 : 4,
      itemStyle: signal ? { color, borderColor: colors.problem, borderWidth: 2.5 } : { color },
      label: {
        show: at === last,
        formatter: value === null ? '' : number(value),
        position: 'right' as const,
        color: colors.text,
        fontWeight: 600,
        fontSize: 12,
      },
    })),
    lineStyle: { color, width: 1.75 },
    showSymbol: true,
    z: 3,
  }
}

/** The places of points that one line joins. */
function runsOf(quarters: readonly TrendQuarter[]): Set<number>[] {
  const runs: Set<number>[] = [new Set()]
  for (const [at, { broken }] of quarters.entries()) {
    if (broken) runs.push(new Set())
    runs.at(-1)?.add(at)
  }
  return runs
}

function band(quarters: readonly TrendQuarter[], { at, color }: { at: number; color: string }) {
  if (!quarters.some(({ expected }) => expected)) return []
  const hidden = {
    xAxisIndex: at,
    yAxisIndex: at,
    lineStyle: { opacity: 0 },
    symbol: 'none',
    silent: true,
    stack: `expected ${at}`,
  }
  return [
    { type: 'line' as const, ...hidden, data: quarters.map(({ expected }) => expected?.low ?? null) },
    {
      type: 'line' as const,
      ...hidden,
      data: quarters.map(({ expected }) => (expected ? expected.high - expected.low : null)),
      areaStyle: { color, opacity: 1 },
    },
  ]
}
