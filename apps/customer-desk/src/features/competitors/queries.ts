import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const competitorsQuery = () => orpc.competitors.list.queryOptions()
export const ownProductsQuery = () => orpc.products.list.queryOptions({ staleTime: 5 * 60_000 })

function useCompetitorsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.competitors.key() })
}

export const useCreateCompetitor = () =>
  useMutation(orpc.competitors.create.mutationOptions({ onSuccess: useCompetitorsChanged() }))
export const useChangeCompetitor = () =>
  useMutation(orpc.competitors.change.mutationOptions({ onSettled: useCompetitorsChanged() }))
