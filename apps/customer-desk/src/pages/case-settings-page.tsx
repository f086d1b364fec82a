import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import styles from '../features/cases/components/cases.module.css'
import { CausesSheet } from '../features/cases/components/causes-sheet.tsx'
import { PromisesSheet } from '../features/cases/components/promises-sheet.tsx'
import { settingsQuery } from '../features/cases/queries.ts'
import { caseSettingsWords } from '../words/case-settings.ts'

/** `/desk/cases/settings`: what is promised for cases, and what their causes are called. */
export function CaseSettingsPage() {
  const say = useSay(caseSettingsWords)
  const settings = useQuery(settingsQuery())
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} actions={<Link to="/cases">{say('back')}</Link>} />
      <QueryStates query={settings}>
        {known => (
          <div className={styles.stack}>
            <PromisesSheet key={known.revision} settings={known} />
            <CausesSheet settings={known} />
          </div>
        )}
      </QueryStates>
    </>
  )
}
