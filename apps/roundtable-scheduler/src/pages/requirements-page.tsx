import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { requirementStatus } from '@sixfold/contract/requirements'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { commonWords } from '@sixfold/ui/words/common'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { NoteDialog } from '../features/requirements/components/note-dialog.tsx'
import { RequirementRow } from '../features/requirements/components/requirement-row.tsx'
import styles from '../features/requirements/components/requirements.module.css'
import type { RequirementFilter } from '../features/requirements/queries.ts'
import { requirementsQuery } from '../features/requirements/queries.ts'
import { useFactors } from '../parts/factors.ts'
import { requirementWords } from '../words/requirements.ts'
import pageStyles from './page.module.css'

const route = getRouteApi('/requirements')

/** What customers of the regions asked for. What is chosen stands in the address. */
export function RequirementsPage() {
  const say = useSay(requirementWords)
  const sayCommon = useSay(commonWords)
  const session = useSession().data
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  const [noting, dialog] = useDisclosure(false)
  const query = useInfiniteQuery(requirementsQuery(filter))
  const show = (next: RequirementFilter) => void navigate({ search: next, replace: true })
  const mayNote = session !== undefined && can(session.actor, 'requirement.edit')
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  const noteButton = mayNote && (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={dialog.open}
    >
      {say('note')}
    </Button>
  )
  return (
    <div className={pageStyles.page}>
      <PageHeader title={say('title')} lead={say('lead')} actions={noteButton} />
      <Filters filter={filter} show={show} />
      <QueryStates
        query={query}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          isFiltered ? (
            <EmptyState
              title={say('emptyFiltered')}
              action={<Button onClick={() => show({ status: 'all' })}>{say('showAll')}</Button>}
            >
              {say('emptyFilteredText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={say('empty')}
              action={
                <>
                  {noteButton}
                  <Button onClick={() => show({ status: 'all' })}>{say('showAll')}</Button>
                </>
              }
            >
              {say('emptyText')}
            </EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('title')}>
            <ul className={styles.list}>
              {pages.flatMap(({ items }) => items.map(one => <RequirementRow key={one.id} one={one} />))}
            </ul>
            {query.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </Sheet>
        )}
      </QueryStates>
      <NoteDialog
        opened={noting}
        onClose={dialog.close}
        onNoted={({ id }) => void navigate({ to: '/requirements/$id', params: { id } })}
      />
    </div>
  )
}

interface FiltersProps {
  filter: RequirementFilter
  show: (next: RequirementFilter) => void
}

function Filters({ filter, show }: FiltersProps) {
  const say = useSay(requirementWords)
  const factors = useFactors()
  const [typed, setTyped] = useState(filter.search ?? '')
  const search = useDebouncedCallback(
    (words: string) => show({ ...filter, search: words.trim() || undefined }),
    250,
  )
  const statuses = requirementStatus.options
  return (
    <div className={styles.filters}>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        aria-label={say('search')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        onChange={event => {
          setTyped(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={say('filterStatus')}
        value={filter.status ?? 'open'}
        allowDeselect={false}
        data={[
          { value: 'open', label: say('openOnes') },
          { value: 'all', label: say('allStatuses') },
          ...statuses.map(value => ({ value, label: say(`status.${value}`) })),
        ]}
        onChange={value =>
          show({
            ...filter,
            status: value === 'all' ? 'all' : statuses.find(one => one === value),
          })
        }
      />
      <Select
        aria-label={say('filterFactor')}
        value={filter.factor ?? 'all'}
        allowDeselect={false}
        data={[{ value: 'all', label: say('allFactors') }, ...factors]}
        onChange={value => show({ ...filter, factor: value === 'all' ? undefined : (value ?? undefined) })}
      />
      <RegionSelect region={filter.region} onChange={region => show({ ...filter, region })} />
      <SegmentedControl
        aria-label={say('order')}
        value={filter.order ?? 'weight'}
        data={[
          { value: 'weight', label: say('byWeight') },
          { value: 'latest', label: say('latest') },
        ]}
        onChange={value => show({ ...filter, order: value === 'latest' ? 'latest' : undefined })}
      />
      <Checkbox
        label={say('mine')}
        checked={filter.mine ?? false}
        onChange={event => show({ ...filter, mine: event.currentTarget.checked ? true : undefined })}
      />
    </div>
  )
}
