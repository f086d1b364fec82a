import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const repliesQuery = () => orpc.caseReplies.list.queryOptions()
export const replyQuery = (id: string) => orpc.caseReplies.get.queryOptions({ input: { id } })

function useRefresh() {
  const queryClient = useQueryClient()
  const keys = [orpc.caseReplies.key(), orpc.myDay.key()]
  return { onSettled: () => Promise.all(keys.map(queryKey => queryClient.invalidateQueries({ queryKey }))) }
}

export const usePropose = () => useMutation(orpc.caseReplies.propose.mutationOptions(useRefresh()))
export const useDecide = () => useMutation(orpc.caseReplies.decide.mutationOptions(useRefresh()))
