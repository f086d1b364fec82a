import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const repliesQuery = (waveId: string) => orpc.waveReplies.get.queryOptions({ input: { id: waveId } })

export function useSaveReplies(waveId: string) {
  const queryClient = useQueryClient()
  const { queryKey } = repliesQuery(waveId)
  return useMutation(
    orpc.waveReplies.save.mutationOptions({
      onSuccess: kept => queryClient.setQueryData(queryKey, kept),
    }),
  )
}
