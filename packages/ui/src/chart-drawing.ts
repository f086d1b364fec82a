import type { ChartColors } from '@sixfold/charts/chart-colors'
import { chartTokens } from '@sixfold/charts/chart-colors'
import type { ChartModel, ChartPoint } from '@sixfold/charts/chart-model'
import { roomOf } from '@sixfold/charts/chart-model'

/** A chart in the page. */
export interface Drawing {
  draw: (model: ChartModel, moves: boolean) => void
  /** Lights one point up; null: none. */
  light: (point: ChartPoint | null) => void
  close: () => void
}

/**
 * Opens a drawing in an element and keeps its size. Drawn on a canvas: the page's policy forbids styles in attributes, which
 * SVG would need.
 *
 * @param onPoint Told where the pointer is, by series and place.
 * @param given Aborted when nobody wants it any more: an element holds one drawing, and ending an old one would end the new.
 */
export async function openDrawing(
  element: HTMLElement,
  onPoint: (series: number, at: number) => void,
  given: AbortSignal,
): Promise<Drawing | null> {
  const { init } = await import('@sixfold/charts/engine')
  if (given.aborted) return null
  const chart = init(element, undefined, { renderer: 'canvas' })
  let shown: { model: ChartModel; moves: boolean } | null = null
  const show = (moves: boolean) => {
    if (!shown) return
    chart.setOption(
      shown.model.draw({
        colors: readColors(element),
        font: fontOf(element),
        ...roomOf(element.clientWidth),
        moves,
      }),
      true,
    )
  }
  const watcher = new ResizeObserver(() => {
    chart.resize()
    show(false)
  })
  watcher.observe(element)
  // A typeface that arrives late would leave the first drawing in another one.
  void document.fonts.ready.then(() => !chart.isDisposed() && show(false))
  chart.on('mouseover', ({ seriesIndex, dataIndex }) => {
    if (seriesIndex !== undefined) onPoint(seriesIndex, dataIndex)
  })
  return {
    draw(model, moves) {
      shown = { model, moves }
      show(moves)
    },
    light(point) {
      chart.dispatchAction({ type: 'downplay' })
      if (point) chart.dispatchAction({ type: 'highlight', seriesIndex: point.series, dataIndex: point.at })
    },
    close() {
      watcher.disconnect()
      chart.dispose()
    },
  }
}

const fontOf = (element: HTMLElement) => getComputedStyle(element).fontFamily

function readColors(element: HTMLElement): ChartColors {
  const style = getComputedStyle(element)
  return Object.fromEntries(
    chartTokens.map(name => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as ChartColors
}
