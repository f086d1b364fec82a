import type { ReactNode } from 'react'
import styles from './page-header.module.css'

export interface PageHeaderProps {
  title: string
  /** One line of facts below the title. */
  lead?: ReactNode
  /** At the right: filters, then the one primary button. */
  actions?: ReactNode
}

/** Names the page, for the eye and for the browser's tab. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <title>{`${title} · Sixfold`}</title>
      <div className={styles.words}>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
