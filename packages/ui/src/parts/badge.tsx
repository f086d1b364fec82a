import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** A word in a hairline box; tinted only where it means good, attention or problem. */
export function Badge({
  tone = 'none',
  children,
}: {
  tone?: 'good' | 'attention' | 'problem' | 'none'
  children: ReactNode
}) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
