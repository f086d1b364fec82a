import { Button, Select } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import styles from '../features/studies/components/studies.module.css'
import { StudyDialog } from '../features/studies/components/study-dialog.tsx'
import { StudyTable } from '../features/studies/components/study-table.tsx'
import type { StudyFilter } from '../features/studies/queries.ts'
import { competitorChoices, studiesQuery } from '../features/studies/queries.ts'
import { studyWords } from '../words/studies.ts'

/** `/desk/studies`: what we found of competitors' products. The competitor stands in the address. */
export function StudiesPage() {
  const say = useSay(studyWords)
  const filter = useSearch({ from: '/studies' })
  const navigate = useNavigate()
  const session = useSession().data
  const studies = useQuery({ ...studiesQuery(filter), placeholderData: keepPreviousData })
  const competitors = useQuery(competitorChoices()).data?.items ?? []
  const [planning, setPlanning] = useState(false)
  const show = (search: StudyFilter) => void navigate({ to: '/studies', search, replace: true })
  const mayPlan = session !== undefined && can(session.actor, 'study.edit')
  const canPlan = competitors.some(({ products }) => products.length > 0)
  const planButton = mayPlan && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      disabled={!canPlan}
      onClick={() => setPlanning(true)}
    >
      {say('plan')}
    </Button>
  )
  const competitorsButton = (
    <Button renderRoot={(props: object) => <Link to="/competitors" {...props} />}>
      {say('competitors')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={say('title')}
        lead={say('lead')}
        actions={
          <>
            {competitorsButton}
            {planButton}
          </>
        }
      />
      <div className={styles.filters}>
        <Select
          aria-label={say('competitor')}
          placeholder={say('anyCompetitor')}
          value={filter.competitor ?? null}
          clearable
          data={competitors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={competitor => show({ competitor: competitor ?? undefined })}
        />
      </div>
      <QueryStates
        query={studies}
        isEmpty={({ items }) => items.length === 0}
        empty={
          filter.competitor ? (
            <EmptyState
              title={say('emptyFiltered')}
              action={<Button onClick={() => show({})}>{say('showAll')}</Button>}
            >
              {say('emptyFilteredText')}
            </EmptyState>
          ) : (
            <EmptyState title={say('empty')} action={canPlan ? planButton : competitorsButton}>
              {canPlan ? say('emptyText') : `${say('emptyText')} ${say('noCompetitors')}`}
            </EmptyState>
          )
        }
      >
        {({ items }) => (
          <Sheet label={say('title')}>
            <StudyTable studies={items} />
          </Sheet>
        )}
      </QueryStates>
      <StudyDialog
        study={planning ? 'new' : null}
        onClose={() => setPlanning(false)}
        onPlanned={({ id }) => void navigate({ to: '/studies/$id', params: { id } })}
      />
    </>
  )
}
