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

/** One factor over the quarters, with the range that chance explains. */
export function controlTrend(
  { index, name, quarters }: { index: number; name: string; quarters: readonly TrendQuarter[] },
  language: UiLanguage,
): ChartModel {
  const say = chartWords(language)
  const number = (value: number) => read(value, language)
  const signals = quarters.filter(({ signal }) => signal).map(({ quarter }) => quarter)
  const last = quarters.findLast(({ value }) => value !== null)?.value ?? null
  const words = (): string => {
    if (last === null) return say('trendNothing', { factor: name })
    if (signals.length > 0) return say('trendSignals', { factor: name, quarters: signals.join(', ') })
    const limited = quarters.some(({ expected }) => expected !== null)
    return say(limited ? 'trendQuiet' : 'trendShort', { factor: name, value: number(last) })
  }
  return {
    sentence: words(),
    table: {
      columns: [say('quarter'), say('nonsatisfied'), say('expected')],
      rows: quarters.map(({ quarter, value, expected }) => [
        quarter,
        value === null ? say('unknown') : number(value),
        expected
          ? say('interval', { low: number(expected.low), high: number(expected.high) })
          : say('unknown'),
      ]),
    },
    points: quarters.map(({ quarter, value, signal }, at) => ({
      series: 0,
      at,
      text:
        value === null
          ? say('trendGap', { quarter })
          : say(signal ? 'trendSignal' : 'trendPoint', { quarter, value: number(value) }),
    })),
    height: 150,
    draw: look => draw({ index, quarters, number }, look),
  }
}

interface Trend {
  index: number
  quarters: readonly TrendQuarter[]
  number: (value: number) => string
}

function draw({ index, quarters, number }: Trend, look: ChartLook) {
  const { colors } = look
  const { symbol, color } = factorSymbol(index, colors)
  const most = Math.max(20, ...quarters.flatMap(({ value, expected }) => [value ?? 0, expected?.high ?? 0]))
  const last = quarters.findLastIndex(({ value }) => value !== null)
  // A break is a gap in the line: the point after it begins another one.
  const runs = runsOf(quarters)
  return {
    ...baseOption(look),
    grid: { left: 4, right: 28, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...categoryAxis(
        look,
        quarters.map(({ quarter }) => quarter),
      ),
      axisLine: { show: false },
      boundaryGap: false,
      axisLabel: {
        color: colors['text-3'],
        fontSize: 12,
        interval: Math.max(0, quarters.length - 2),
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      ...valueAxis(look, ''),
      min: 0,
      max: Math.ceil(most / 20) * 20,
      interval: Math.ceil(most / 20) * 10,
      splitLine: { show: false },
    },
    series: [
      ...runs.map(run => ({
        type: 'line' as const,
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
      })),
      ...band(quarters, colors.sunken),
    ],
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

function band(quarters: readonly TrendQuarter[], color: string) {
  if (!quarters.some(({ expected }) => expected)) return []
  const hidden = { lineStyle: { opacity: 0 }, symbol: 'none', silent: true, stack: 'expected' }
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
