import type { ReactNode } from 'react'
import styles from './state.module.css'

export interface EmptyStateProps {
  title: string
  /** What this place is for, in one sentence. */
  children: ReactNode
  /** The first step: a button or a link. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{children}</p>
      {action && <div className={styles.actions}>{action}</div>}
    </section>
  )
}
