import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const afterwardsQuery = (id: string) => orpc.afterwards.get.queryOptions({ input: { id } })

function useChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.afterwards.key() })
}

export function useSaveAfterwards() {
  return useMutation(orpc.afterwards.save.mutationOptions({ onSettled: useChanged() }))
}

export function useAskNow() {
  return useMutation(orpc.afterwards.ask.mutationOptions({ onSettled: useChanged() }))
}
