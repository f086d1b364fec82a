import { Button } from '@mantine/core'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AuditTable } from '../features/audit/components/audit-table.tsx'
import { auditQuery } from '../features/audit/queries.ts'
import { houseWords } from '../words/house.ts'

/** `/audit`: who read or changed what (law 7). */
export function AuditPage() {
  const say = useSay(houseWords)
  const sayCommon = useSay(commonWords)
  const entries = useInfiniteQuery(auditQuery())
  return (
    <>
      <PageHeader title={say('auditTitle')} lead={say('auditLead')} />
      <QueryStates
        query={entries}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={<EmptyState title={say('auditEmpty')}>{say('auditEmptyText')}</EmptyState>}
      >
        {({ pages }) => (
          <Sheet label={say('auditTitle')}>
            <AuditTable entries={pages.flatMap(page => page.items)} />
            {entries.hasNextPage && (
              <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
                {sayCommon('more')}
              </Button>
            )}
          </Sheet>
        )}
      </QueryStates>
    </>
  )
}
