import type { UiLanguage } from '@sixfold/contract/words'
import type { ChartLook, ChartModel } from './chart-model.ts'
import { baseOption, read } from './drawing.ts'
import { chartWords } from './words.ts'

export interface RadarFactor {
  name: string
  /** 0 to 100; null where nothing may be shown. */
  us: number | null
  them: number | null
  /** Who is said to be ahead, where more is known than the two numbers; null: nobody. */
  lead?: 'us' | 'them' | null
}

/** Us against them on the same factors. */
export function factorRadar(
  { factors, them }: { factors: readonly RadarFactor[]; them: string },
  language: UiLanguage,
): ChartModel {
  const say = chartWords(language)
  const number = (value: number | null) => (value === null ? say('unknown') : read(value, language))
  const both = factors.filter(factor => factor.us !== null && factor.them !== null)
  const ahead = both.filter(factor => leadOf(factor) === 'us').length
  const behind = both.filter(factor => leadOf(factor) === 'them').length
  return {
    sentence: say('radarSentence', { ahead, behind, all: factors.length, them }),
    table: {
      columns: [say('factor'), say('us'), them],
      rows: factors.map(factor => [factor.name, number(factor.us), number(factor.them)]),
    },
    points: factors.map((factor, at) => ({
      series: 0,
      at,
      text: say('radarPoint', {
        factor: factor.name,
        us: number(factor.us),
        them,
        theirs: number(factor.them),
      }),
    })),
    height: 360,
    draw: look => draw(factors, look, { us: say('us'), them }),
  }
}

function leadOf({ us, them, lead }: RadarFactor): 'us' | 'them' | null {
  if (lead !== undefined) return lead
  if (us === them) return null
  return (us ?? 0) > (them ?? 0) ? 'us' : 'them'
}

function draw(factors: readonly RadarFactor[], look: ChartLook, names: { us: string; them: string }) {
  const { colors, wide } = look
  const line = (name: string, values: (number | null)[], dashed: boolean) => ({
    name,
    value: values.map(value => value ?? 0),
    symbol: dashed ? 'emptyCircle' : 'circle',
    symbolSize: 6,
    lineStyle: {
      color: dashed ? colors['text-3'] : colors.text,
      width: 2,
      type: dashed ? 'dashed' : 'solid',
    },
    itemStyle: { color: dashed ? colors['text-3'] : colors.text },
  })
  return {
    ...baseOption(look),
    radar: {
      // On a phone the names break, so that they stay whole beside the drawing.
      radius: wide ? '68%' : '46%',
      indicator: factors.map(({ name }) => ({ name, max: 100, min: 0 })),
      axisName: {
        color: colors['text-2'],
        fontSize: wide ? 12 : 11,
        lineHeight: 14,
        formatter: (name?: string) => (wide ? (name ?? '') : (name ?? '').replaceAll(' ', '\n')),
      },
      splitNumber: 4,
      splitArea: { show: false },
      splitLine: { lineStyle: { color: colors.line } },
      axisLine: { lineStyle: { color: colors.line } },
    },
    series: [
      {
        type: 'radar' as const,
        data: [
          line(
            names.us,
            factors.map(({ us }) => us),
            false,
          ),
          line(
            names.them,
            factors.map(({ them }) => them),
            true,
          ),
        ],
      },
    ],
  }
}
