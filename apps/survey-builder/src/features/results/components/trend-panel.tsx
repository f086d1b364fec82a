import { factorLook } from '@sixfold/ui/factor-shape'
import { formatNumber, formatShare } from '@sixfold/ui/format'
import { FactorName } from '@sixfold/ui/parts/factor-mark'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { resultWords } from '../../../words/results.ts'
import type { TrendPoint } from '../trend.ts'
import { linesOf } from '../trend.ts'
import styles from './results.module.css'

interface TrendPanelProps {
  index: number
  name: string
  points: readonly TrendPoint[]
  /** The top of the axis that all panels share. */
  top: number
}

const WIDTH = 260
const HEIGHT = 186
const LEFT = 26
const RIGHT = 34

/** One factor over the quarters, in its hue; the last value is named. */
export function TrendPanel({ index, name, points, top }: TrendPanelProps) {
  const { language } = useLanguage()
  const say = useSay(resultWords)
  const look = factorLook(index)
  const color = look?.color ?? 'var(--text)'
  const x = (at: number) =>
    points.length < 2
      ? (LEFT + WIDTH - RIGHT) / 2
      : LEFT + (at * (WIDTH - LEFT - RIGHT)) / (points.length - 1)
  const y = (value: number) => 8 + (1 - value / top) * (HEIGHT - 16)
  const lines = linesOf(points)
  const last = lines.at(-1)?.at(-1)
  const lastSignals = last !== undefined && points[last.at]?.expected?.signal === true
  const list = points.map(({ quarter, value, broken, expected }) => {
    if (value === null) return say('panelGap', { quarter })
    const item = { quarter, value: formatShare(value / 100, language) }
    const text = say(expected?.signal ? 'panelSignal' : 'panelItem', item)
    return broken ? `${text} (${say('panelBreak', { quarter })})` : text
  })
  return (
    <figure className={styles.panel}>
      <figcaption>
        <FactorName index={index} name={name} />
        {lastSignals && <Lamp tone="problem">{say('outside')}</Lamp>}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say('panel', { factor: name, list: list.join(', ') })}
      >
        <ExpectedBand points={points} x={x} y={y} />
        {[0, top / 2, top].map(value => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} stroke="var(--line)" />
            <text x={LEFT - 6} y={y(value) + 4} className={styles.tick} textAnchor="end">
              {formatNumber(value, language)}
            </text>
          </g>
        ))}
        {points.map(({ quarter, broken }, at) =>
          broken ? (
            <line
              key={quarter}
              x1={(x(at - 1) + x(at)) / 2}
              x2={(x(at - 1) + x(at)) / 2}
              y1="8"
              y2={HEIGHT - 8}
              stroke="var(--line-strong)"
              strokeDasharray="2 3"
            />
          ) : null,
        )}
        {lines.map(line => (
          <polyline
            key={line[0]?.at}
            points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
            fill="none"
            stroke={color}
            strokeWidth="1.75"
            strokeLinejoin="round"
          />
        ))}
        {lines.flat().map(({ at, value }) => (
          <circle key={at} cx={x(at)} cy={y(value)} r="2" fill={color} />
        ))}
        {lines
          .flat()
          .map(({ at, value }) =>
            points[at]?.expected?.signal ? (
              <circle
                key={at}
                cx={x(at)}
                cy={y(value)}
                r="9"
                fill="none"
                stroke="var(--problem)"
                strokeWidth="1.5"
              />
            ) : null,
          )}
        {last && look && (
          <>
            <path
              d={look.path}
              fill={look.color}
              transform={`translate(${x(last.at) - 6} ${y(last.value) - 6})`}
            />
            <text x={x(last.at) + 11} y={y(last.value) + 4} className={styles.value}>
              {formatNumber(last.value, language)}
            </text>
          </>
        )}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{points[0]?.quarter}</span>
        {points.length > 1 && <span>{points.at(-1)?.quarter}</span>}
      </p>
    </figure>
  )
}

interface BandProps {
  points: readonly TrendPoint[]
  x: (at: number) => number
  y: (value: number) => number
}

/** What chance explains, as a ground under the line; its middle dotted. */
function ExpectedBand({ points, x, y }: BandProps) {
  const known = points.flatMap(({ expected }, at) => (expected ? [{ at, ...expected }] : []))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const upper = known.map(({ at, high }) => `${x(at)},${y(high)}`)
  const lower = known.map(({ at, low }) => `${x(at)},${y(low)}`).reverse()
  return (
    <>
      <polygon points={[...upper, ...lower].join(' ')} fill="var(--sunken)" />
      <line
        x1={x(first.at)}
        x2={x(last.at)}
        y1={y(first.centre)}
        y2={y(first.centre)}
        stroke="var(--line-strong)"
        strokeDasharray="2 3"
      />
    </>
  )
}
