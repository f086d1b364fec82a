import type { ReactNode } from 'react'
import styles from './customers.module.css'

export interface FactItem {
  name: string
  value: ReactNode
  note?: ReactNode
}

/** What is known of a customer, side by side. */
export function Facts({ items }: { items: readonly FactItem[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
