import { paperColors } from './chart-colors.ts'
import type { ChartModel } from './chart-model.ts'
import { roomOf } from './chart-model.ts'
import { init } from './engine.ts'

/**
 * A chart as SVG text, for reports and mails: on paper, without motion, with its sentence as its title.
 *
 * @param width In pixels.
 */
export function drawSvg(model: ChartModel, { width, font }: { width: number; font: string }): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height: model.height })
  try {
    chart.setOption(model.draw({ colors: paperColors, font, ...roomOf(width), moves: false }))
    const svg = chart.renderToSVGString()
    return svg.replace(/^<svg /, `<svg role="img" aria-label="${escaped(model.sentence)}" `)
  } finally {
    chart.dispose()
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
