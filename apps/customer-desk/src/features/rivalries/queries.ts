import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const rivalsQuery = (id: string) => orpc.rivalries.list.queryOptions({ input: { id } })

const FOUND_AT_ONCE = 20

/** Companies by name; nothing is searched for without a word. */
export const accountsNamed = (search: string) =>
  orpc.customers.listAccounts.queryOptions({
    input: { search, limit: FOUND_AT_ONCE },
    enabled: search.trim() !== '',
  })

function useRivalsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.rivalries.key() })
}

export const useAddRival = () =>
  useMutation(orpc.rivalries.add.mutationOptions({ onSuccess: useRivalsChanged() }))
export const useRemoveRival = () =>
  useMutation(orpc.rivalries.remove.mutationOptions({ onSuccess: useRivalsChanged() }))
