import { factorLook } from '../factor-shape.ts'
import styles from './factor-mark.module.css'

/** A factor's shape in its hue; an open box for what belongs to none. Decoration: the name stands beside it. */
export function FactorMark({ index, size = 11 }: { index: number; size?: number }) {
  const look = factorLook(index)
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {look ? (
        <path d={look.path} fill={look.color} />
      ) : (
        <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="none" stroke="var(--line-strong)" />
      )}
    </svg>
  )
}

/** Mark and name, as they begin every row about a factor. */
export function FactorName({ index, name }: { index: number; name: string }) {
  return (
    <span className={styles.name}>
      <FactorMark index={index} />
      {name}
    </span>
  )
}
