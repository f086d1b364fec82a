import type { TextsFaultAt } from '@sixfold/domain/survey/texts-csv'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useSay } from '@sixfold/ui/parts/language'
import { languageWords, textsFaultWords } from '../../../words/languages.ts'
import styles from './languages.module.css'

/** So many are listed; a file with more has one cause for all of them. */
const MOST_SHOWN = 50

/** Every row that cannot be taken over, with line, column, value and reason. */
export function ImportFaults({ faults }: { faults: readonly TextsFaultAt[] }) {
  const say = useSay(languageWords)
  const sayFault = useSay(textsFaultWords)
  return (
    <section role="alert">
      <h3>{say('faults', { n: faults.length })}</h3>
      <p className={styles.quiet}>{say('faultsText')}</p>
      <DataTable
        caption={say('faults', { n: faults.length })}
        rows={faults.slice(0, MOST_SHOWN)}
        rowKey={({ line, column }) => `${line} ${column}`}
        columns={[
          { key: 'line', header: say('line'), figure: true, cell: ({ line }) => line, width: 60 },
          { key: 'column', header: say('column'), cell: ({ column }) => column },
          { key: 'value', header: say('value'), cell: ({ value }) => shortened(value) },
          { key: 'reason', header: say('reason'), cell: ({ fault }) => sayFault(fault) },
        ]}
      />
      {faults.length > MOST_SHOWN && (
        <p className={styles.quiet}>{say('moreRows', { n: faults.length - MOST_SHOWN })}</p>
      )}
    </section>
  )
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
