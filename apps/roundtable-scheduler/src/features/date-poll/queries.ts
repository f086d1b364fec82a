import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

export const pollQuery = (id: string) => orpc.datePolls.get.queryOptions({ input: { id } })

/** Marks the poll and its event as old. */
function usePollChanged() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.datePolls.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() }),
    ])
}

/** Votes are seen as they come. */
export function useLivePoll(id: string): void {
  const changed = usePollChanged()
  useFollow({ kind: 'roundtable', id }, () => void changed())
  useLiveEvent('roundtable:changed', ({ roundtableId }) => {
    if (roundtableId === id) void changed()
  })
}

export function useSavePoll() {
  return useMutation(orpc.datePolls.save.mutationOptions({ onSuccess: usePollChanged() }))
}

export function useAsk() {
  return useMutation(orpc.datePolls.ask.mutationOptions({ onSuccess: usePollChanged() }))
}

export function useSetCore() {
  return useMutation(orpc.datePolls.setCore.mutationOptions({ onSettled: usePollChanged() }))
}

export function useRemoveVoter() {
  return useMutation(orpc.datePolls.removeVoter.mutationOptions({ onSuccess: usePollChanged() }))
}

export function useClosePoll() {
  return useMutation(orpc.datePolls.close.mutationOptions({ onSettled: usePollChanged() }))
}

export function useDecide(onDecided: () => void) {
  return useMutation(
    orpc.datePolls.decide.mutationOptions({ onSuccess: onDecided, onSettled: usePollChanged() }),
  )
}

/** Contacts of a region, page by page. */
export const contactsQuery = ({ regionId, search }: { regionId: string; search: string }) =>
  orpc.customers.listContacts.infiniteOptions({
    input: (cursor: string | undefined) => ({
      regionId,
      limit: 50,
      ...(search ? { search } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    initialPageParam: undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

const MOST_PREVIEWED = 200

/** What the contact policy would say about asking these contacts now. */
export const previewQuery = (id: string, contactIds: readonly string[]) =>
  orpc.datePolls.previewAsk.queryOptions({
    input: { id, contactIds: contactIds.slice(0, MOST_PREVIEWED) },
    enabled: contactIds.length > 0,
    placeholderData: keepPreviousData,
  })
