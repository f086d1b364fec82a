import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

export const seatsQuery = (id: string) => orpc.seats.read.queryOptions({ input: { id } })

const MOST_FOUND = 5

/** People of the customer record who may be the one at the door. */
export const peopleQuery = (regionId: string, search: string) =>
  orpc.customers.listContacts.queryOptions({
    input: { regionId, search, limit: MOST_FOUND },
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  })

/** Keeps the list of one event as new as the event is. */
export function useLiveSeats(id: string): void {
  const queryClient = useQueryClient()
  const changed = () => void queryClient.invalidateQueries({ queryKey: orpc.seats.key() })
  useFollow({ kind: 'roundtable', id }, changed)
  useLiveEvent('roundtable:changed', ({ roundtableId }) => {
    if (roundtableId === id) changed()
  })
}

/** What a change answers is what is shown next. */
function useTaken(id: string) {
  const queryClient = useQueryClient()
  return {
    onSuccess: (view: Parameters<typeof queryClient.setQueryData>[1]) => {
      queryClient.setQueryData(seatsQuery(id).queryKey, view as never)
      void queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() })
    },
  }
}

export const useMove = (id: string) => useMutation(orpc.seats.move.mutationOptions(useTaken(id)))
export const useChangeSide = (id: string) => useMutation(orpc.seats.changeSide.mutationOptions(useTaken(id)))
export const useRelease = (id: string) => useMutation(orpc.seats.release.mutationOptions(useTaken(id)))
