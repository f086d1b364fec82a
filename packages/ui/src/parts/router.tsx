import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { commonWords } from '../words/common.ts'
import { useSay } from './language.tsx'
import { PageHeader } from './page-header.tsx'
import { SkeletonLines } from './query-states.tsx'

/** Drawn where the page would be: inside the shell when the app's root route has one. */
export function NotFoundPage() {
  const say = useSay(commonWords)
  return (
    <div data-stand-in>
      <PageHeader title={say('notFoundTitle')} lead={say('notFound')} />
      <Button component="a" href="/">
        {say('openHome')}
      </Button>
    </div>
  )
}

/** The last net: an error in the program itself. Failed queries never come here. */
function CrashedPage({ error }: ErrorComponentProps) {
  const say = useSay(commonWords)
  return (
    <div role="alert" data-stand-in>
      <PageHeader title={say('crashedTitle')} lead={say('crashed')} />
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <Button mt="md" onClick={() => window.location.reload()}>
        {say('reload')}
      </Button>
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
