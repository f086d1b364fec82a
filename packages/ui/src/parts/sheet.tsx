import { type ReactNode, useId } from 'react'
import styles from './sheet.module.css'

export interface SheetProps {
  /** The sheet's heading; without one, say what it is in `label`. */
  title?: string
  label?: string
  /** At the heading's right: a lamp, a key, a quiet action. */
  aside?: ReactNode
  children: ReactNode
}

/** What one works on: a surface with a hairline. Never inside another sheet. */
export function Sheet({ title, label, aside, children }: SheetProps) {
  const heading = useId()
  return (
    <section
      className={styles.sheet}
      aria-labelledby={title ? heading : undefined}
      aria-label={title ? undefined : label}
    >
      {(title || aside) && (
        <header className={styles.head}>
          {title && (
            <h2 className={styles.title} id={heading}>
              {title}
            </h2>
          )}
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
