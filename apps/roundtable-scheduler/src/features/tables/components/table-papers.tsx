import type { TablePlan } from '@sixfold/contract/table-plans'
import { useSay } from '@sixfold/ui/parts/language'
import { tableWords } from '../../../words/tables.ts'
import { useTableText } from '../table-text.ts'
import styles from './tables.module.css'

/** What leaves the printer: a sheet for each table, then everybody by name. Reasons stay with the house. */
export function TablePapers({ plan, title }: { plan: TablePlan; title: string }) {
  const say = useSay(tableWords)
  const { nameOf, tableName } = useTableText(plan)
  const byName = plan.people.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div className={styles.paper}>
      {plan.tables.map(table => (
        <section key={table.id} className={styles.sheet}>
          <p>{title}</p>
          <h2>{table.name}</h2>
          <ul>
            {byName
              .filter(person => person.table === table.id)
              .map(person => (
                <li key={person.id}>{[nameOf(person), person.accountName].filter(Boolean).join(', ')}</li>
              ))}
          </ul>
        </section>
      ))}
      <p>{title}</p>
      <table className={styles.names}>
        <caption>{say('tables')}</caption>
        <tbody>
          {byName.map(person => (
            <tr key={person.id}>
              <th scope="row">{nameOf(person)}</th>
              <td>{person.accountName}</td>
              <td>{person.table ? tableName(person.table) : say('none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
