import { describe, expect, test } from '@jest/globals'
import type { TrendQuarter } from './control-trends.ts'
import { controlTrends } from './control-trends.ts'
import { drawSvg } from './draw-svg.ts'
import type { MappedDriver } from './importance-map.ts'
import { importanceMap } from './importance-map.ts'
import { factorRadar } from './radar.ts'

const delivery: MappedDriver = {
  index: 4,
  name: 'Delivery',
  importance: 26,
  importanceInterval: { low: 19, high: 33 },
  performance: 58,
  performanceInterval: { low: 53, high: 62 },
  advice: 'improve',
}
const image = { ...delivery, index: 5, name: 'Company image', importance: 9, performance: 75, advice: null }
const quarter = (over: Partial<TrendQuarter>): TrendQuarter => ({
  quarter: '2026-Q3',
  value: 34,
  expected: { low: 20, high: 48 },
  signal: false,
  broken: false,
  ...over,
})

describe('what stands for a chart', () => {
  test('the map says where to begin, and gives no advice where nothing is clear', () => {
    expect(importanceMap([delivery, image], 'en').sentence).toContain('Delivery: clearly important')
    expect(importanceMap([image], 'en').sentence).toContain('nothing to single out')
    const { rows } = importanceMap([{ ...delivery, importanceInterval: null }], 'vi').table
    expect(rows).toEqual([['Delivery', '26', 'chưa biết', '58', 'từ 53 đến 62', 'cải thiện trước']])
  })

  test('trends name the quarters outside, and those that may not be shown', () => {
    const outside = [quarter({ quarter: '2026-Q2', value: null }), quarter({ value: 50, signal: true })]
    const quiet = [quarter({ quarter: '2026-Q2' }), quarter({})]
    const { sentence, points, table } = controlTrends(
      [
        { index: 4, name: 'Delivery', quarters: outside },
        { index: 5, name: 'Company image', quarters: quiet },
      ],
      'en',
    )
    expect(sentence).toBe('Delivery: 2026-Q3 outside what chance explains.')
    expect(points.map(({ text }) => text)).toEqual([
      'Delivery, 2026-Q2: too few answers to show',
      'Delivery, 2026-Q3: 50%, outside the expected range',
      'Company image, 2026-Q2: 34%',
      'Company image, 2026-Q3: 34%',
    ])
    expect(table.rows).toEqual([
      ['Delivery', 'not known', '50, outside'],
      ['Company image', '34', '34'],
    ])
  })

  test('where nothing is outside, trends say whether there is a range to be outside of', () => {
    const of = (...quarters: TrendQuarter[]) =>
      controlTrends([{ index: 4, name: 'Delivery', quarters }], 'en').sentence
    expect(of(quarter({}))).toContain('nothing is outside')
    expect(of(quarter({ expected: null }))).toContain('from eight quarters on')
    expect(of(quarter({ value: null }))).toBe('Nothing to show yet.')
  })

  test('the radar counts where we are ahead, of what both have', () => {
    const factors = [
      { name: 'A', us: 70, them: 60 },
      { name: 'B', us: 50, them: 60 },
      { name: 'C', us: null, them: 60 },
    ]
    expect(factorRadar({ factors, them: 'Rival' }, 'en').sentence).toBe(
      'We are ahead on 1 and behind on 1 of 3 factors against Rival.',
    )
  })
})

describe('a drawing as SVG', () => {
  test.each([
    ['of factors', importanceMap([delivery, image], 'en')],
    ['of nothing', importanceMap([], 'en')],
    [
      'of quarters',
      controlTrends(
        [{ index: 4, name: 'Delivery', quarters: [quarter({}), quarter({ broken: true })] }],
        'vi',
      ),
    ],
    ['of no quarter', controlTrends([], 'en')],
    ['of two', factorRadar({ factors: [{ name: 'A', us: 70, them: null }], them: 'Rival <&">' }, 'en')],
  ])('%s names itself and holds no number that is none', (_name, model) => {
    const svg = drawSvg(model, { width: 560, font: 'sans-serif' })
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"<]+" /)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('the last value of a trend stands beside it as it is read', () => {
    const model = controlTrends(
      [{ index: 4, name: 'Delivery', quarters: [quarter({}), quarter({ value: 37.7192982456 })] }],
      'en',
    )
    expect(drawSvg(model, { width: 560, font: 'sans-serif' })).toMatch(/>38<\/text>/)
  })
})
