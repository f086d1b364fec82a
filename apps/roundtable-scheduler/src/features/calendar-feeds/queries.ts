import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const feedsQuery = () => orpc.calendarFeeds.list.queryOptions()

function useFeedsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.calendarFeeds.key() })
}

export function useMakeFeed() {
  return useMutation(orpc.calendarFeeds.make.mutationOptions({ onSuccess: useFeedsChanged() }))
}

export function useRevokeFeed() {
  return useMutation(orpc.calendarFeeds.revoke.mutationOptions({ onSuccess: useFeedsChanged() }))
}
