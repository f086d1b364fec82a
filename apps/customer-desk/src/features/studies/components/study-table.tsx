import type { StudyHead } from '@sixfold/contract/studies'
import { formatInstant } from '@sixfold/ui/format'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { studyWords } from '../../../words/studies.ts'
import { StateLamp } from './state-lamp.tsx'
import styles from './studies.module.css'

/** Studies, one a line. */
export function StudyTable({ studies }: { studies: readonly StudyHead[] }) {
  const say = useSay(studyWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('title')}
      stacked
      rows={studies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: say('study'),
          rowHeader: true,
          cell: ({ id, title }) => (
            <Link to="/studies/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        {
          key: 'product',
          header: say('product'),
          cell: ({ competitorName, rivalProductName, rivalVersionName }) => (
            <>
              {[rivalProductName, rivalVersionName].filter(Boolean).join(' ')}
              <span className={styles.small}>{competitorName}</span>
            </>
          ),
        },
        { key: 'ours', header: say('against'), cell: ({ oursName }) => oursName },
        { key: 'state', header: say('state'), cell: ({ state }) => <StateLamp state={state} /> },
        {
          key: 'done',
          header: say('done'),
          figure: true,
          cell: ({ done, testers }) => say('doneOf', { done, of: testers }),
        },
        {
          key: 'updated',
          header: say('updated'),
          cell: ({ updatedAt }) => formatInstant(updatedAt, language, { show: 'date' }),
        },
      ]}
    />
  )
}
