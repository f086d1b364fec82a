import type { ChartColors } from './chart-colors.ts'

/** Six shapes in the factors' order: square, circle, diamond, triangle up, triangle down, cross. In a box of 12 by 12. */
export const factorPaths = [
  'M1.4 1.4h9.2v9.2H1.4z',
  'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  'M6 .3 11.7 6 6 11.7.3 6z',
  'M6 .9 11.6 10.9H.4z',
  'M6 11.1.4 1.1h11.2z',
  'M4.1.6h3.8v3.5h3.5v3.8H7.9v3.5H4.1V7.9H.6V4.1h3.5z',
] as const

/** Hue and shape of a factor by its place in the model, so that a chart reads without its colours too. */
export function factorSymbol(index: number, colors: ChartColors): { symbol: string; color: string } {
  if (index < 0) return { symbol: 'circle', color: colors['text-2'] }
  const place = index % factorPaths.length
  return {
    symbol: `path://${factorPaths[place]}`,
    color: colors[`factor-${place + 1}` as 'factor-1'],
  }
}
