import type { AnswerValue } from '@sixfold/domain/survey/answers'
import { NOT_APPLICABLE } from '@sixfold/domain/survey/answers'
import type { KeyboardEvent } from 'react'
import { useId } from 'react'
import { goOn } from './answering.ts'
import styles from './questionnaire.module.css'

interface Point {
  value: number | string
  label: string
  /** For who does not see the scale. */
  name: string
}

export interface PointFieldProps {
  points: readonly Point[]
  value: AnswerValue | undefined
  labelledBy: string
  onChange: (value: number | string | null) => void
}

/** One of several points. A digit answers and goes on to the next question; 10 is reached with the arrows or by `-`. */
export function PointField({ points, value, labelledBy, onChange }: PointFieldProps) {
  const name = useId()
  const isWide = points.length > 7
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      return onChange(null)
    }
    const wanted = event.key === '-' ? '10' : event.key
    const point = points.find(one => one.value !== NOT_APPLICABLE && String(one.value) === wanted)
    if (!point) return
    event.preventDefault()
    onChange(point.value)
    goOn(event)
  }
  return (
    <div
      className={isWide ? `${styles.points} ${styles.wide}` : styles.points}
      role="radiogroup"
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
    >
      {points.map(point => (
        <label
          key={point.value}
          className={styles.point}
          data-word={typeof point.value === 'string' || undefined}
        >
          <input
            type="radio"
            name={name}
            aria-label={point.name}
            checked={value === point.value}
            onChange={() => onChange(point.value)}
          />
          <span>{point.label}</span>
        </label>
      ))}
    </div>
  )
}
