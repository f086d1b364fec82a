import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const speakersQuery = () => orpc.speakers.list.queryOptions()

/** What a changed speaker changes: the list, and which dates are good. */
function useSpeakersChanged() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.speakers.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.dateProposals.key() }),
    ])
}

export function useAddSpeaker() {
  return useMutation(orpc.speakers.add.mutationOptions({ onSuccess: useSpeakersChanged() }))
}

export function useChangeSpeaker() {
  return useMutation(orpc.speakers.change.mutationOptions({ onSuccess: useSpeakersChanged() }))
}
