import styles from './meter.module.css'

export interface MeterProps {
  label: string
  value: number
  max: number
  /** The value in words, said and shown at the right: "64%", "31 of 36". */
  text: string
  /** One more line below. */
  note?: string
  /** An aim: a stroke across the bar. */
  aim?: number
}

/** How full something is: one quiet ground, the value in ink. */
export function Meter({ label, value, max, text, note, aim }: MeterProps) {
  const part = (amount: number) => `${max > 0 ? Math.min(100, Math.max(0, (100 * amount) / max)) : 0}%`
  return (
    <div className={styles.meter}>
      <div className={styles.words} aria-hidden="true">
        <span>{label}</span>
        <strong>{text}</strong>
      </div>
      <meter
        className={styles.hidden}
        aria-label={label}
        aria-valuetext={text}
        min={0}
        max={max}
        value={value}
      />
      <div className={styles.ground} aria-hidden="true">
        <span className={styles.value} style={{ width: part(value) }} />
        {aim !== undefined && <span className={styles.aim} style={{ left: part(aim) }} />}
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}
