import type { ReactNode } from 'react'
import { commonWords } from '../words/common.ts'
import styles from './data-table.module.css'
import { useSay } from './language.tsx'
import { useOverflow } from './use-overflow.tsx'

export interface Column<Row> {
  key: string
  header: ReactNode
  /** Says the header to who cannot see it, and leaves its place empty: for buttons. */
  headerHidden?: boolean
  cell: (row: Row) => ReactNode
  /** Figures stand at the right, on digits of one width. */
  figure?: boolean
  /** Names the row for a screen reader; usually the first column. */
  rowHeader?: boolean
  width?: number | string
}

export interface DataTableProps<Row> {
  /** What the table shows, in words; read out, and seen where `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone each row is a block, its figures under each other with their headers beside them: for rows that are read one by one. */
  stacked?: boolean
}

/** Rows of 48 px between hairlines. Wider than its place, it scrolls sideways by itself. */
export function DataTable<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
  stacked = false,
}: DataTableProps<Row>) {
  const say = useSay(commonWords)
  const [place, overflows] = useOverflow()
  // What scrolls must be reachable with the keyboard alone; what does not is no stop on the way.
  const reach = overflows
    ? { role: 'region', tabIndex: 0, 'aria-label': say('scrolls', { name: caption }) }
    : {}
  return (
    <div className={styles.scroll} ref={place} {...reach}>
      <table className={styles.table} data-stacked={stacked || undefined}>
        <caption className={captionShown ? styles.caption : styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                data-figure={column.figure || undefined}
                style={{ width: column.width }}
              >
                {column.headerHidden ? <span className={styles.hidden}>{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column =>
                column.rowHeader ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-figure={column.figure || undefined}
                    data-header={headerText(column)}
                  >
                    {stacked ? <div>{column.cell(row)}</div> : column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const headerText = ({ header, headerHidden }: Pick<Column<never>, 'header' | 'headerHidden'>) =>
  typeof header === 'string' && !headerHidden ? header : undefined
