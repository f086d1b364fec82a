import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ColumnHelp } from '../features/imports/components/column-help.tsx'
import { ImportForm } from '../features/imports/components/import-form.tsx'
import { ImportTable } from '../features/imports/components/import-table.tsx'
import styles from '../features/imports/components/imports.module.css'
import { importsQuery } from '../features/imports/queries.ts'
import { importPageWords } from '../words/imports.ts'

/** `/desk/imports`: a new import, what a file must hold, and what was imported before. */
export function ImportsPage() {
  const say = useSay(importPageWords)
  const navigate = useNavigate()
  const { kind = 'contacts' } = useSearch({ from: '/imports' })
  const actor = useSession().data?.actor
  const mayImport = actor !== undefined && can(actor, 'customers.import')
  const imports = useQuery({ ...importsQuery(), enabled: mayImport })
  if (!mayImport)
    return (
      <>
        <PageHeader title={say('title')} />
        <EmptyState title={say('title')}>{say('notAllowed')}</EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Sheet title={say('file')}>
            <ImportForm
              kind={kind}
              onKind={chosen => void navigate({ to: '/imports', search: { kind: chosen }, replace: true })}
              onStarted={({ id }) => void navigate({ to: '/imports/$id', params: { id } })}
            />
          </Sheet>
          <Sheet title={say('earlier')}>
            <QueryStates
              query={imports}
              isEmpty={({ items }) => items.length === 0}
              empty={<p className={styles.quiet}>{say('noEarlier')}</p>}
            >
              {({ items }) => <ImportTable runs={items} />}
            </QueryStates>
          </Sheet>
        </div>
        <Sheet title={say('columnsTitle')}>
          <ColumnHelp kind={kind} />
        </Sheet>
      </div>
    </>
  )
}
