import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { ReactNode } from 'react'

interface PointProps {
  name: string
  value: string
  chosen: string
  /** Classes of the cell. */
  place?: string | undefined
  /** What is read out, where the cell itself shows no words. */
  label?: string | undefined
  children: ReactNode
}

/** One radio that lies invisible over its cell. */
function Point({ name, value, chosen, place, label, children }: PointProps) {
  return (
    <label>
      <input
        type="radio"
        className={place}
        aria-label={label}
        name={name}
        value={value}
        defaultChecked={chosen === value}
      />
      {children}
    </label>
  )
}

const points = [1, 2, 3, 4, 5] as const
export type FivePoint = (typeof points)[number]

export interface FivePointsProps {
  name: string
  chosen: string
  /** What each point means. */
  word: (point: FivePoint) => string
  /** The words of "not applicable"; null: not offered. */
  none: string | null
  /** Of the words, where it is not the page's. */
  lang: string | undefined
}

/** Five cells that grow, then a gap, then a dashed "not applicable"; the chosen one's words below. */
export function FivePoints({ name, chosen, word, none, lang }: FivePointsProps) {
  return (
    <div className={none === null ? 'rate plain' : 'rate'} lang={lang}>
      {points.map(point => (
        <Point
          key={point}
          name={name}
          value={String(point)}
          chosen={chosen}
          place={`c${point} point`}
          label={word(point)}
        >
          <span className={`face c${point}`}>
            <span className="dot" />
          </span>
          <span className={`word w${point}`} aria-hidden="true">
            {word(point)}
          </span>
        </Point>
      ))}
      {none === null ? null : (
        <Point name={name} value={NOT_APPLICABLE} chosen={chosen} place="na">
          <span className="face na">{none}</span>
        </Point>
      )}
      <span className="end-word low" aria-hidden="true">
        {word(1)}
      </span>
      <span className="end-word high" aria-hidden="true">
        {word(5)}
      </span>
    </div>
  )
}

export interface NumberedPointsProps {
  name: string
  chosen: string
  first: number
  points: number
  low: string
  middle?: string
  high: string
  none: string | null
  /** Of what the portal itself says of points and ends, where it is not the page's. */
  lang?: string | undefined
}

/** A row of numbers whose ends, and middle where it has one, are named. */
export function NumberedPoints({
  name,
  chosen,
  first,
  points,
  low,
  middle = '',
  high,
  none,
  lang,
}: NumberedPointsProps) {
  const last = first + points - 1
  const names = new Map([
    [first, low],
    [(first + last) / 2, middle],
    [last, high],
  ])
  return (
    <>
      <div className={`nps n${points}`} lang={lang}>
        {Array.from({ length: points }, (_, step) => first + step).map(point => (
          <Point
            key={point}
            name={name}
            value={String(point)}
            chosen={chosen}
            label={names.get(point) ? `${point}: ${names.get(point)}` : undefined}
          >
            <span className="face">{point}</span>
          </Point>
        ))}
      </div>
      <div className="ends" aria-hidden="true" lang={lang}>
        <span>{`${first}: ${low}`}</span>
        {middle ? <span>{middle}</span> : null}
        <span>{`${last}: ${high}`}</span>
      </div>
      {none === null ? null : (
        <div className="nps alone">
          <Point name={name} value={NOT_APPLICABLE} chosen={chosen}>
            <span className="face na">{none}</span>
          </Point>
        </div>
      )}
    </>
  )
}
