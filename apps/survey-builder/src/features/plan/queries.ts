import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const planQuery = (id: string) => orpc.collectionPlans.get.queryOptions({ input: { id } })

/** Saves a plan on the revision it was made on. */
export function useSavePlan(id: string) {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.collectionPlans.save.mutationOptions({
      onSuccess: plan =>
        queryClient.setQueryData(planQuery(id).queryKey, before => before && { ...before, plan }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: planQuery(id).queryKey }),
    }),
  )
}
