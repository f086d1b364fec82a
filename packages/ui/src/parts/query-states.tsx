import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { asApiError } from '../api-error.ts'
import { errorText } from '../error-words.ts'
import { commonWords } from '../words/common.ts'
import { FailedState } from './failed-state.tsx'
import { LampShape } from './lamp.tsx'
import { useLanguage, useSay } from './language.tsx'
import styles from './state.module.css'

/** What this needs of a query, plain or infinite. */
export interface ReadableQuery<Data> {
  data: Data | undefined
  isError: boolean
  error: unknown
  refetch: () => unknown
}

export interface QueryStatesProps<Data> {
  query: ReadableQuery<Data>
  children: (data: Data) => ReactNode
  /** What stands there while it loads; a few grey lines unless the page knows its own outline. */
  skeleton?: ReactNode
  isEmpty?: (data: Data) => boolean
  /** What this place is for, and the first step: an `EmptyState`. */
  empty?: ReactNode
  failedTitle?: string
}

/** Renders a query in all its states: loading, failed, empty, ready, and ready but stale. */
export function QueryStates<Data>({
  query,
  children,
  skeleton,
  isEmpty,
  empty,
  failedTitle,
}: QueryStatesProps<Data>) {
  if (query.data === undefined) {
    if (query.isError) {
      return (
        <FailedState
          error={query.error}
          onRetry={() => void query.refetch()}
          {...(failedTitle === undefined ? {} : { title: failedTitle })}
        />
      )
    }
    return <Loading>{skeleton}</Loading>
  }
  return (
    <>
      {query.isError && <StaleNotice error={query.error} onRetry={() => void query.refetch()} />}
      {empty !== undefined && isEmpty?.(query.data) ? empty : children(query.data)}
    </>
  )
}

function Loading({ children }: { children?: ReactNode }) {
  const say = useSay(commonWords)
  return (
    <div role="status" aria-busy="true" aria-label={say('loading')}>
      {children ?? <SkeletonLines />}
    </div>
  )
}

const lineWidths = ['92%', '75%', '58%', '81%', '64%', '87%', '70%', '53%']

/** Grey lines of a text's rhythm, eight at most. */
export function SkeletonLines({ count = 5 }: { count?: number }) {
  return (
    <div className={styles.lines}>
      {lineWidths.slice(0, count).map(width => (
        <Skeleton key={width} height={16} width={width} />
      ))}
    </div>
  )
}

function StaleNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { language } = useLanguage()
  const say = useSay(commonWords)
  return (
    <div className={styles.stale} role="status">
      <LampShape tone="attention" />
      <span>{errorText(asApiError(error), language)}</span>
      <Button size="xs" variant="subtle" onClick={onRetry}>
        {say('retry')}
      </Button>
    </div>
  )
}
