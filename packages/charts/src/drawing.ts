import type { ChartLook } from './chart-model.ts'

/** What every drawing shares: typeface, colours of axes, no motion where it is unwanted. */
export function baseOption({ colors, font, moves }: ChartLook) {
  return {
    animation: moves,
    animationDuration: 400,
    textStyle: { fontFamily: font, color: colors['text-2'], fontSize: 12 },
    backgroundColor: 'transparent',
  }
}

/** An axis of numbers: hairlines, no box. */
export function valueAxis({ colors }: ChartLook, name: string) {
  return {
    type: 'value' as const,
    name,
    nameTextStyle: { color: colors['text-3'], fontSize: 12 },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: colors['text-3'], fontSize: 12 },
    splitLine: { lineStyle: { color: colors.line } },
  }
}

export const categoryAxis = ({ colors }: ChartLook, data: readonly string[]) => ({
  type: 'category' as const,
  data: [...data],
  axisLine: { lineStyle: { color: colors['line-strong'] } },
  axisTick: { show: false },
  axisLabel: { color: colors['text-3'], fontSize: 12 },
})

/** A number as it is read: whole, or with one digit; the language's own signs. */
export function read(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}
