import { importColumns } from '@sixfold/domain/customers/import-columns'
import { useSay } from '@sixfold/ui/parts/language'
import { importPageWords } from '../../../words/imports.ts'
import styles from './imports.module.css'

/** What each column of the file holds. */
export function ColumnHelp() {
  const say = useSay(importPageWords)
  return (
    <dl className={styles.meanings}>
      {importColumns.map(column => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>{say(`column.${column}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
