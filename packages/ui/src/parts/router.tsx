import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { commonWords } from '../words/common.ts'
import { EmptyState } from './empty-state.tsx'
import { useSay } from './language.tsx'
import { SkeletonLines } from './query-states.tsx'

function NotFoundPage() {
  const say = useSay(commonWords)
  return (
    <EmptyState
      title={say('notFoundTitle')}
      action={
        <Button component="a" href="/">
          {say('openHome')}
        </Button>
      }
    >
      {say('notFound')}
    </EmptyState>
  )
}

/** The last net: an error in the program itself. Failed queries never come here. */
function CrashedPage({ error }: ErrorComponentProps) {
  const say = useSay(commonWords)
  return (
    <div role="alert">
      <EmptyState
        title={say('crashedTitle')}
        action={<Button onClick={() => window.location.reload()}>{say('reload')}</Button>}
      >
        {say('crashed')} <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </div>
  )
}

/**
 * What every app's router shares.
 *
 * @example
 * const router = createRouter({ routeTree, ...routerDefaults('/builder') })
 */
export function routerDefaults(basepath: '/' | `/${string}`) {
  return {
    basepath,
    defaultPreload: 'intent' as const,
    // Data is kept by TanStack Query; the router only asks for it early.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: CrashedPage,
    defaultPendingComponent: SkeletonLines,
  }
}
