import { Button } from '@mantine/core'
import { ApiError } from '@sixfold/ui/api-error'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { QueryStates, type ReadableQuery } from '@sixfold/ui/parts/query-states'
import { RunProgress } from '@sixfold/ui/parts/run-progress'
import { SaveState } from '@sixfold/ui/parts/save-state'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { partsPageWords } from '../../../words/parts-page.ts'
import styles from './parts.module.css'

const stayAsIs = () => undefined
const internal = new ApiError({ code: 'internal', message: '', requestId: '0198c2d4-7e1f-7aa0-b1c9-6f2e' })
const unreached = new ApiError({ code: 'unavailable', message: '', requestId: null, unreached: true })

const loading: ReadableQuery<string[]> = { data: undefined, isError: false, error: null, refetch: stayAsIs }
const failed: ReadableQuery<string[]> = { ...loading, isError: true, error: internal }
const lost: ReadableQuery<string[]> = { ...loading, isError: true, error: unreached }
const stale: ReadableQuery<string[]> = { ...lost, data: ['answer'] }
const empty: ReadableQuery<string[]> = { ...loading, data: [] }
const ready: ReadableQuery<string[]> = { ...loading, data: ['answer'] }

export function StateParts() {
  const say = useSay(partsPageWords)
  const shown = [
    { name: say('loading'), query: loading },
    { name: say('empty'), query: empty },
    { name: say('failed'), query: failed },
    { name: say('ready'), query: ready },
    { name: say('unreached'), query: lost },
    { name: `${say('ready')}, ${say('unreached')}`, query: stale },
  ]
  return (
    <Sheet title={say('states')}>
      <div className={styles.states}>
        {shown.map(({ name, query }) => (
          <div key={name}>
            <h3>{name}</h3>
            <QueryStates
              query={query}
              isEmpty={data => data.length === 0}
              empty={
                <EmptyState title={say('emptyTitle')} action={<Button>{say('emptyDo')}</Button>}>
                  {say('emptyText')}
                </EmptyState>
              }
            >
              {() => <p>{say('readyText')}</p>}
            </QueryStates>
          </div>
        ))}
      </div>
    </Sheet>
  )
}

export function WorkParts() {
  const say = useSay(partsPageWords)
  return (
    <Sheet title={say('work')}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <SaveState state="saved" at="10:41" />
          <SaveState state="unsaved" />
          <SaveState state="saving" />
          <SaveState state="offline" />
          <SaveState state="failed" />
        </div>
        <RunProgress
          label={say('importing')}
          state="running"
          done={4200}
          total={10_000}
          note={say('importNote')}
          onCancel={stayAsIs}
        />
        <RunProgress label={say('importing')} state="running" done={120} total={null} onCancel={stayAsIs} />
        <RunProgress
          label={say('importing')}
          state="cancelling"
          done={5120}
          total={10_000}
          onCancel={stayAsIs}
        />
        <RunProgress
          label={say('importing')}
          state="done"
          done={10_000}
          total={10_000}
          note={say('importNote')}
        />
        <RunProgress label={say('importing')} state="stopped" done={5200} total={10_000} />
        <RunProgress label={say('importing')} state="failed" done={77} total={10_000} />
      </div>
    </Sheet>
  )
}
