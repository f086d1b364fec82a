import { orpc } from '@sixfold/ui/api-client'
import { useLiveEvent } from '@sixfold/ui/live'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const tablesQuery = (id: string) => orpc.tablePlans.get.queryOptions({ input: { id } })
export const rivalsQuery = (id: string) => orpc.rivalries.list.queryOptions({ input: { id } })

/** Reads the plan again when a guest answers or a colleague moves somebody. */
export function useLiveTables(id: string): void {
  const queryClient = useQueryClient()
  useLiveEvent('roundtable:changed', ({ roundtableId }) => {
    if (roundtableId === id) void queryClient.invalidateQueries({ queryKey: tablesQuery(id).queryKey })
  })
}

function useTablesChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.tablePlans.key() })
}

export const useSaveTables = () =>
  useMutation(orpc.tablePlans.save.mutationOptions({ onSuccess: useTablesChanged() }))
export const useProposeTables = () =>
  useMutation(orpc.tablePlans.propose.mutationOptions({ onSuccess: useTablesChanged() }))
export const usePlacePerson = () =>
  useMutation(orpc.tablePlans.place.mutationOptions({ onSettled: useTablesChanged() }))
export const useNoteInterests = () =>
  useMutation(orpc.tablePlans.consider.mutationOptions({ onSuccess: useTablesChanged() }))

function useRivalsChanged() {
  const [tablesChanged, queryClient] = [useTablesChanged(), useQueryClient()]
  return async () => {
    await queryClient.invalidateQueries({ queryKey: orpc.rivalries.key() })
    await tablesChanged()
  }
}

export const useAddRival = () =>
  useMutation(orpc.rivalries.add.mutationOptions({ onSuccess: useRivalsChanged() }))
export const useRemoveRival = () =>
  useMutation(orpc.rivalries.remove.mutationOptions({ onSuccess: useRivalsChanged() }))
