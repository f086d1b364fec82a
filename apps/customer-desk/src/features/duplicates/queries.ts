import type { DuplicateKind } from '@sixfold/contract/duplicates'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

/** How often a running search is asked about. */
const ASKED_EVERY_MS = 2000

/** Pairs of a kind, a page at a time, the likeliest first. While a search runs they are asked for again. */
export const duplicatesQuery = (kind: DuplicateKind) =>
  infiniteQueryOptions({
    ...orpc.duplicates.list.infiniteOptions({
      input: (after: string | undefined) => ({ kind, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
    refetchInterval: query => (query.state.data?.pages[0]?.search.running ? ASKED_EVERY_MS : false),
  })

/** A decision about a pair changes what there is to decide, and what is known of customers. */
function useDecided() {
  const queryClient = useQueryClient()
  return async () => {
    for (const noun of [orpc.customers, orpc.installations, orpc.contactLedger])
      void queryClient.invalidateQueries({ queryKey: noun.key() })
    await queryClient.invalidateQueries({ queryKey: orpc.duplicates.key() })
  }
}

export function useMerge() {
  return useMutation(orpc.duplicates.merge.mutationOptions({ onSuccess: useDecided() }))
}

export function useKeepApart() {
  return useMutation(orpc.duplicates.keepApart.mutationOptions({ onSuccess: useDecided() }))
}

export function useSearchDuplicates() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.duplicates.search.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.duplicates.key() }),
    }),
  )
}
