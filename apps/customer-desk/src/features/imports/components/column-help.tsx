import type { ImportColumn, ImportKind } from '@sixfold/domain/customers/import-columns'
import { importColumns } from '@sixfold/domain/customers/import-columns'
import { useSay } from '@sixfold/ui/parts/language'
import { importPageWords } from '../../../words/imports.ts'
import styles from './imports.module.css'

/** What each column of a kind of file holds. */
export function ColumnHelp({ kind }: { kind: ImportKind }) {
  const say = useSay(importPageWords)
  return (
    <dl className={styles.meanings}>
      {importColumns[kind].map(column => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>{say(wordFor(kind, column))}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Two columns say something else in files of purchases and of deals. */
function wordFor(kind: ImportKind, column: ImportColumn) {
  return (kind === 'installations' || kind === 'deals') &&
    (column === 'account_id' || column === 'contact_id')
    ? (`column.${column}.${kind}` as const)
    : (`column.${column}` as const)
}
