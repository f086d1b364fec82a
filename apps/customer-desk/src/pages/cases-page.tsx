import { Button, SegmentedControl, Switch } from '@mantine/core'
import { caseFilter as caseStates } from '@sixfold/contract/cases'
import { taskOwners } from '@sixfold/contract/tasks'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { RegionSelect } from '@sixfold/ui/parts/region-select'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { commonWords } from '@sixfold/ui/words/common'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CaseList } from '../features/cases/components/case-list.tsx'
import styles from '../features/cases/components/cases.module.css'
import type { CaseFilter } from '../features/cases/queries.ts'
import { casesQuery } from '../features/cases/queries.ts'
import { replyWords } from '../words/case-replies.ts'
import { ruleWords } from '../words/case-rules.ts'
import { caseWords } from '../words/cases.ts'

/** `/desk/cases`: what customers complained about. Whose and the region are in the address. */
export function CasesPage() {
  const say = useSay(caseWords)
  const sayCommon = useSay(commonWords)
  const sayRules = useSay(ruleWords)
  const sayReplies = useSay(replyWords)
  const filter = useSearch({ from: '/cases' })
  const navigate = useNavigate()
  const cases = useInfiniteQuery({ ...casesQuery(filter), placeholderData: keepPreviousData })
  const show = (search: CaseFilter) => void navigate({ to: '/cases', search, replace: true })
  const { of = 'all', state = 'working', watched, region } = filter
  const isAll = of === 'all' && region === undefined && !watched && state === 'all'
  return (
    <>
      <PageHeader
        title={say('cases')}
        lead={
          <>
            {say('lead')} <Link to="/cases/settings">{say('settings')}</Link>
            {' · '}
            <Link to="/cases/rules">{sayRules('rules')}</Link>
            {' · '}
            <Link to="/said-and-done">{sayReplies('title')}</Link>
          </>
        }
        actions={
          <div className={styles.filters}>
            <SegmentedControl
              aria-label={say('whose')}
              value={of}
              onChange={value => show({ ...filter, of: taskOwners.options.find(one => one === value) })}
              data={taskOwners.options.map(value => ({ value, label: say(value) }))}
            />
            <SegmentedControl
              aria-label={say('which')}
              value={state}
              onChange={value => show({ ...filter, state: caseStates.options.find(one => one === value) })}
              data={caseStates.options.map(value => ({ value, label: say(`which.${value}`) }))}
            />
            <Switch
              label={say('watched')}
              checked={watched === true}
              onChange={event => show({ ...filter, watched: event.currentTarget.checked || undefined })}
            />
            <RegionSelect region={region} onChange={next => show({ ...filter, region: next })} />
          </div>
        }
      />
      <QueryStates
        query={cases}
        isEmpty={({ pages }) => pages.every(page => page.items.length === 0)}
        empty={
          isAll ? (
            <EmptyState title={say('empty')}>{say('emptyText')}</EmptyState>
          ) : (
            <EmptyState
              title={say('emptyFiltered')}
              action={<Button onClick={() => show({ state: 'all' })}>{say('showAll')}</Button>}
            >
              {say('emptyFilteredText')}
            </EmptyState>
          )
        }
      >
        {({ pages }) => (
          <Sheet label={say('cases')}>
            <CaseList cases={pages.flatMap(page => page.items)} />
            {cases.hasNextPage && (
              <Button
                className={styles.more ?? ''}
                loading={cases.isFetchingNextPage}
                onClick={() => void cases.fetchNextPage()}
              >
                {sayCommon('more')}
              </Button>
            )}
          </Sheet>
        )}
      </QueryStates>
    </>
  )
}
