import type { UiLanguage } from '@sixfold/contract/words'
import type { ChartLook, ChartModel } from './chart-model.ts'
import { baseOption, read, valueAxis } from './drawing.ts'
import { factorSymbol } from './factor-symbols.ts'
import { labelPlaces } from './label-places.ts'
import { chartWords } from './words.ts'

interface Bounds {
  low: number
  high: number
}

export interface MappedDriver {
  /** The factor's place in its model. */
  index: number
  name: string
  /** Share of what is explained, 0 to 100. */
  importance: number
  importanceInterval: Bounds | null
  /** Net satisfaction index, 0 to 100. */
  performance: number
  performanceInterval: Bounds | null
  advice: 'improve' | 'keep' | 'watch' | 'ease' | null
}

/** Importance against performance, with the cross-hairs at an even share and at the mean. */
export function importanceMap(drivers: readonly MappedDriver[], language: UiLanguage): ChartModel {
  const say = chartWords(language)
  const number = (value: number) => read(value, language)
  const range = (bounds: Bounds | null) =>
    bounds ? say('interval', { low: number(bounds.low), high: number(bounds.high) }) : say('unknown')
  const adviceOf = ({ advice }: MappedDriver) => say(`advice.${advice ?? 'none'}`)
  const improve = drivers.filter(({ advice }) => advice === 'improve').map(({ name }) => name)
  return {
    sentence: improve.length > 0 ? say('mapImprove', { factors: improve.join(', ') }) : say('mapNothing'),
    table: {
      columns: [
        say('factor'),
        say('importance'),
        say('range'),
        say('performance'),
        say('range'),
        say('advice'),
      ],
      rows: drivers.map(driver => [
        driver.name,
        number(driver.importance),
        range(driver.importanceInterval),
        number(driver.performance),
        range(driver.performanceInterval),
        adviceOf(driver),
      ]),
    },
    points: drivers.map((driver, at) => ({
      series: at,
      at: 0,
      text: say('mapPoint', {
        factor: driver.name,
        importance: number(driver.importance),
        performance: number(driver.performance),
        advice: adviceOf(driver),
      }),
    })),
    height: 340,
    draw: look => draw(drivers, look, { x: say('performance'), y: say('importance') }),
  }
}

/** What the axis of importance and the edges take of the width, and the height that is left, in pixels, about. */
const BESIDE = 52
const INSIDE = 254

function draw(drivers: readonly MappedDriver[], look: ChartLook, names: { x: string; y: string }) {
  const { colors } = look
  const even = drivers.length === 0 ? 0 : 100 / drivers.length
  const mean = drivers.reduce((sum, { performance }) => sum + performance, 0) / Math.max(1, drivers.length)
  const reach = (of: (driver: MappedDriver) => [number, Bounds | null]) =>
    drivers.flatMap(driver => {
      const [value, bounds] = of(driver)
      return bounds ? [bounds.low, bounds.high] : [value]
    })
  const across = reach(({ performance, performanceInterval }) => [performance, performanceInterval])
  const up = reach(({ importance, importanceInterval }) => [importance, importanceInterval])
  const tens = (value: number, round: (value: number) => number) => round(value / 10) * 10
  const left = Math.max(0, tens(Math.min(100, ...across) - 2, Math.floor))
  const end = Math.max(left + 20, tens(Math.max(0, ...across) + 2, Math.ceil))
  // Room for the names of the best, which else would stand on the marks at their left.
  const crowded = look.wide && drivers.some(({ performance }) => performance > left + 0.75 * (end - left))
  const right = Math.min(100, crowded ? end + 10 : end)
  const top = Math.max(10, tens(Math.max(0, ...up) + 1, Math.ceil))
  const places = labelPlaces(
    drivers.map(({ performance, importance, name, advice }) => ({
      x: performance,
      y: importance,
      name,
      strong: advice === 'improve',
    })),
    { axes: { left, right, bottom: 0, top }, size: { width: look.width - BESIDE, height: INSIDE } },
  )
  return {
    ...baseOption(look),
    grid: {
      left: 8,
      right: 16,
      top: 28,
      bottom: 36,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      ...valueAxis(look, names.x),
      nameLocation: 'middle',
      nameGap: 28,
      min: left,
      max: right,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colors['line-strong'] } },
    },
    yAxis: {
      ...valueAxis(look, names.y),
      nameTextStyle: { color: colors['text-3'], fontSize: 12, align: 'left' },
      min: 0,
      max: top,
      axisLine: { show: true, lineStyle: { color: colors['line-strong'] } },
      splitLine: { show: false },
    },
    series: drivers.map((driver, at) => {
      const { symbol, color } = factorSymbol(driver.index, colors)
      return {
        type: 'scatter' as const,
        name: driver.name,
        data: [[driver.performance, driver.importance]],
        symbol,
        symbolSize: 13,
        itemStyle: { color, opacity: 1 },
        label: {
          show: look.wide || driver.advice === 'improve',
          formatter: driver.name,
          ...places[at],
          color: colors.text,
          fontSize: 12,
          fontWeight: driver.advice === 'improve' ? 600 : 400,
        },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'solid' as const, width: 1.25, color, opacity: 0.55 },
          data: [...whiskers(driver), ...(at === 0 ? crossHairs(even, mean, colors['text-3']) : [])],
        },
        ...(at === 0
          ? {
              markArea: {
                silent: true,
                itemStyle: { color: colors.sunken, opacity: 0.8 },
                data: [
                  [
                    { xAxis: left, yAxis: even },
                    { xAxis: mean, yAxis: top },
                  ],
                ],
              },
            }
          : {}),
      }
    }),
  }
}

function whiskers({ performance, importance, performanceInterval, importanceInterval }: MappedDriver) {
  const line = (from: [number, number], to: [number, number]) => [{ coord: from }, { coord: to }]
  return [
    ...(performanceInterval
      ? [line([performanceInterval.low, importance], [performanceInterval.high, importance])]
      : []),
    ...(importanceInterval
      ? [line([performance, importanceInterval.low], [performance, importanceInterval.high])]
      : []),
  ]
}

function crossHairs(even: number, mean: number, color: string) {
  const lineStyle = { type: 'dotted' as const, width: 1.5, color, opacity: 1 }
  return [
    { yAxis: even, lineStyle },
    { xAxis: mean, lineStyle },
  ]
}
