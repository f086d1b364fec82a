import type { MapArrow } from '../map/layout.ts'
import styles from './map.module.css'

interface MapArrowsProps {
  arrows: readonly MapArrow[]
  lanes: number
  height: number
  side: MapArrow['side']
  /** The line under pointer or keyboard: its arrows stand out. */
  active: string | null
}

const LANE = 12
const EDGE = 14
const CORNER = 6

/** The arrows of one side, for the eye; the words beside them and the table say the same. */
export function MapArrows({ arrows, lanes, height, side, active }: MapArrowsProps) {
  if (lanes === 0) return null
  const width = lanes * LANE + EDGE
  const own = arrows.filter(arrow => arrow.side === side)
  return (
    <svg
      className={styles.arrows}
      style={{ width: `${width / 16}rem`, height: `${height / 16}rem` }}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <g transform={side === 'left' ? undefined : `translate(${width} 0) scale(-1 1)`}>
        {own.map(arrow => (
          <g
            key={arrow.key}
            className={styles.arrow}
            data-kind={arrow.kind}
            data-faulty={arrow.faulty || undefined}
            data-active={arrow.from === active || arrow.to === active || undefined}
          >
            <path className={styles.line} d={pathOf(arrow, width)} />
            <path className={styles.tip} d={`M${width} ${arrow.toY}l-7 -4v8z`} />
            <circle className={styles.dot} cx={width - 2} cy={arrow.fromY} r="2" />
          </g>
        ))}
      </g>
    </svg>
  )
}

/** Out of the edge, along the lane, back to the edge; drawn as for the left side. */
function pathOf({ fromY, toY, lane }: MapArrow, width: number): string {
  const x = width - EDGE - lane * LANE
  const down = toY > fromY ? 1 : -1
  const corner = Math.min(CORNER, Math.abs(toY - fromY) / 2)
  return [
    `M${width - 2} ${fromY}`,
    `H${x + corner}`,
    `Q${x} ${fromY} ${x} ${fromY + down * corner}`,
    `V${toY - down * corner}`,
    `Q${x} ${toY} ${x + corner} ${toY}`,
    `H${width - 6}`,
  ].join('')
}
