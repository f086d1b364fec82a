import { Button } from '@mantine/core'
import type { Competitor } from '@sixfold/contract/competitors'
import { can } from '@sixfold/domain/permissions'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CompetitorDialog } from '../features/competitors/components/competitor-dialog.tsx'
import styles from '../features/competitors/components/competitors.module.css'
import { competitorsQuery } from '../features/competitors/queries.ts'
import { competitorWords } from '../words/competitors.ts'

/** `/desk/competitors`: who sells what we sell. */
export function CompetitorsPage() {
  const say = useSay(competitorWords)
  const actor = useSession().data?.actor
  const competitors = useQuery(competitorsQuery())
  const [edited, setEdited] = useState<Competitor | 'new' | null>(null)
  const mayEdit = actor !== undefined && can(actor, 'deal.edit')
  const addButton = mayEdit && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => setEdited('new')}
    >
      {say('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={say('title')} lead={say('lead')} actions={addButton} />
      <QueryStates
        query={competitors}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={say('empty')} action={addButton}>
            {say(mayEdit ? 'emptyText' : 'notAllowed')}
          </EmptyState>
        }
      >
        {({ items }) => (
          <Sheet label={say('title')}>
            <DataTable
              caption={say('title')}
              stacked
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  header: say('name'),
                  rowHeader: true,
                  cell: ({ name, note }) => (
                    <>
                      {name}
                      {note && <span className={styles.small}>{note}</span>}
                    </>
                  ),
                },
                {
                  key: 'products',
                  header: say('products'),
                  cell: ({ products }) =>
                    products.length === 0 ? (
                      <span className={styles.quiet}>{say('noProducts')}</span>
                    ) : (
                      products.map(({ id, name, versions }) => (
                        <span key={id} className={styles.small}>
                          {[name, versions.map(one => one.name).join(', ')].filter(Boolean).join(': ')}
                        </span>
                      ))
                    ),
                },
                {
                  key: 'deals',
                  header: say('deals'),
                  figure: true,
                  cell: ({ id, deals }) => (
                    <Link to="/deals" search={{ competitor: id }}>
                      {say('showDeals', { n: deals })}
                    </Link>
                  ),
                },
                {
                  key: 'studies',
                  header: say('studies'),
                  figure: true,
                  cell: ({ id, studies }) => (
                    <Link to="/studies" search={{ competitor: id }}>
                      {say('showStudies', { n: studies })}
                    </Link>
                  ),
                },
                ...(mayEdit
                  ? [
                      {
                        key: 'edit',
                        header: say('edit'),
                        headerHidden: true,
                        width: 100,
                        cell: (one: Competitor) => (
                          <Button
                            size="xs"
                            variant="subtle"
                            aria-label={say('editIt', { name: one.name })}
                            onClick={() => setEdited(one)}
                          >
                            {say('edit')}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Sheet>
        )}
      </QueryStates>
      <CompetitorDialog competitor={edited} onClose={() => setEdited(null)} />
    </>
  )
}
