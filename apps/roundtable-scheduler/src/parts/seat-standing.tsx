import { Meter } from '@sixfold/ui/parts/meter'
import type { ReactNode } from 'react'
import styles from './seat-standing.module.css'

interface SeatStandingProps {
  label: string
  /** What the bar says in words. */
  text: string
  taken: number
  /** Null: no limit. */
  capacity: number | null
  figures: readonly { label: string; value: number }[]
  /** What else is to be said of these seats, a paragraph each. */
  notes: readonly string[]
  children?: ReactNode
}

/** Seats as a bar and in figures. */
export function SeatStanding({ label, text, taken, capacity, figures, notes, children }: SeatStandingProps) {
  return (
    <>
      <Meter label={label} value={taken} max={capacity || taken} text={text} />
      <dl className={styles.figures}>
        {figures.map(figure => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {notes.map(note => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  )
}
