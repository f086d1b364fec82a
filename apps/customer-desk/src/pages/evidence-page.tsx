import { Select } from '@mantine/core'
import { formatQuarter } from '@sixfold/ui/format'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { BlindEvidence } from '../features/evidence/components/blind-evidence.tsx'
import styles from '../features/evidence/components/evidence.module.css'
import { LeftOut } from '../features/evidence/components/left-out.tsx'
import { RegionEvidence } from '../features/evidence/components/region-evidence.tsx'
import { evidenceQuery } from '../features/evidence/queries.ts'
import { evidenceWords } from '../words/evidence.ts'

/** `/desk/evidence`: that no important factor is left out, or where one is. */
export function EvidencePage() {
  const say = useSay(evidenceWords)
  const filter = useSearch({ from: '/evidence' })
  const navigate = useNavigate({ from: '/evidence' })
  const map = useQuery({ ...evidenceQuery(filter), placeholderData: before => before })
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          map.data && (
            <Select
              aria-label={say('quarter')}
              allowDeselect={false}
              w={140}
              value={formatQuarter(map.data.quarter)}
              data={[...new Set([...map.data.quarters, map.data.quarter].map(formatQuarter))]}
              onChange={quarter =>
                void navigate({ search: quarter ? { quarter } : {}, replace: true, resetScroll: false })
              }
            />
          )
        }
      />
      <QueryStates
        query={map}
        isEmpty={({ factors }) => factors.length === 0}
        empty={<EmptyState title={say('nothing')}>{say('nothingText')}</EmptyState>}
      >
        {view => (
          <>
            {view.counting ? (
              <p className={styles.counting} role="status">
                {say('counting')}
              </p>
            ) : (
              <LeftOut view={view} />
            )}
            <p className={styles.legend}>{say('legend')}</p>
            <div className={styles.regions}>
              {view.regions.map(region => (
                <RegionEvidence key={region.id} region={region} view={view} />
              ))}
              <BlindEvidence view={view} />
            </div>
          </>
        )}
      </QueryStates>
    </>
  )
}
