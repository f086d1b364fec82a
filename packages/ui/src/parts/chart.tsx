import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import type { ChartModel } from '@sixfold/charts/chart-model'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Drawing } from '../chart-drawing.ts'
import { openDrawing } from '../chart-drawing.ts'
import { partWords } from '../words/parts.ts'
import styles from './chart.module.css'
import { DataTable } from './data-table.tsx'
import { useSay } from './language.tsx'

export interface ChartProps {
  /** What the chart is called where it is listed. */
  label: string
  model: ChartModel
}

interface TableRow {
  cells: readonly string[]
  place: number
}

/**
 * A chart with its sentence above it and its table behind it. The arrow keys go from point to point, and each is said: who
 * sees no drawing misses nothing.
 */
export function Chart({ label, model }: ChartProps) {
  const say = useSay(partWords)
  const hint = useId()
  const [at, setAt] = useState<number | null>(null)
  const { box, drawing } = useDrawing(model, setAt)
  const rows = model.table.rows.map((cells, place): TableRow => ({ cells, place }))

  function light(place: number | null) {
    drawing.current?.light(place === null ? null : (model.points[place] ?? null))
    setAt(place)
  }
  function go(event: KeyboardEvent) {
    const next = nextPlace(event.key, at, model.points.length)
    if (next === undefined) return
    event.preventDefault()
    light(next)
  }

  return (
    <figure className={styles.chart}>
      <figcaption>{model.sentence}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with points, which a fieldset cannot be */}
      <div
        className={styles.drawing}
        role="group"
        aria-label={label}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys work here
        tabIndex={0}
        onKeyDown={go}
        onBlur={() => light(null)}
      >
        <div ref={box} style={{ height: model.height }} aria-hidden="true" />
      </div>
      <p className={styles.point} role="status" id={hint}>
        {at === null ? say('chartKeys') : model.points[at]?.text}
      </p>
      <details>
        <summary>{say('chartTable')}</summary>
        <DataTable
          caption={label}
          rows={rows}
          rowKey={({ place }) => String(place)}
          columns={model.table.columns.map((header, n) => ({
            key: String(n),
            header,
            cell: ({ cells }: TableRow) => cells[n],
            rowHeader: n === 0,
            figure: n > 0,
          }))}
        />
      </details>
    </figure>
  )
}

/** Null leaves the points, undefined is another key's business. */
function nextPlace(key: string, at: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? count - 1 : Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}

/** Draws into the box, anew when the model or the look changes; the library comes when the first chart is shown. */
function useDrawing(model: ChartModel, onPoint: (place: number | null) => void) {
  const box = useRef<HTMLDivElement>(null)
  const drawing = useRef<Drawing | null>(null)
  const scheme = useComputedColorScheme('light')
  const still = useReducedMotion()
  const latest = useRef({ model, onPoint })
  latest.current = { model, onPoint }
  useEffect(() => {
    const element = box.current
    if (!element) return
    const wanted = new AbortController()
    const onPoint = (series: number, at: number) => {
      const place = latest.current.model.points.findIndex(point => point.series === series && point.at === at)
      latest.current.onPoint(place === -1 ? null : place)
    }
    void openDrawing(element, onPoint, wanted.signal).then(opened => {
      if (wanted.signal.aborted) return opened?.close()
      drawing.current = opened
      opened?.draw(latest.current.model, !still)
    })
    return () => {
      wanted.abort()
      drawing.current?.close()
      drawing.current = null
    }
  }, [still])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme gives the tokens other values
  useEffect(() => drawing.current?.draw(model, !still), [model, scheme, still])
  return { box, drawing }
}
