import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from './chart-colors.ts'

/** A point that the arrow keys stop at. */
export interface ChartPoint {
  /** What is said of it. */
  text: string
  /** Where it is in the drawing, to be lit up. */
  series: number
  at: number
}

/** A chart with everything that stands for it where nobody sees it: one sentence, its table, its points in words. */
export interface ChartModel {
  /** What it shows, in one sentence. */
  sentence: string
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] }
  points: readonly ChartPoint[]
  /** In pixels, at which it reads well. */
  height: number
  /** The drawing in somebody's colours and typeface. */
  draw: (look: ChartLook) => EChartsCoreOption
}

export interface ChartLook {
  colors: ChartColors
  font: string
  /** In pixels, all of it. */
  width: number
  /** False on a phone: names then stand elsewhere. */
  wide: boolean
  /** Off where motion is unwanted, and in files. */
  moves: boolean
}

/** From this width on names stand beside their marks. */
const WIDE = 440

/** How much room a drawing has. */
export const roomOf = (width: number): Pick<ChartLook, 'width' | 'wide'> => ({ width, wide: width >= WIDE })
