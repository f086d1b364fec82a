import { orpc } from '@sixfold/ui/api-client'
import { useLiveEvent } from '@sixfold/ui/live'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const repliesQuery = (id: string) => orpc.calendarReplies.list.queryOptions({ input: { id } })

function useRepliesChanged() {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() })
    return queryClient.invalidateQueries({ queryKey: orpc.calendarReplies.key() })
  }
}

export function useUploadReply() {
  return useMutation(orpc.calendarReplies.upload.mutationOptions({ onSuccess: useRepliesChanged() }))
}

/** Also when it was refused: somebody else may have decided, or the event is another one by now. */
export function useDecideReply() {
  return useMutation(orpc.calendarReplies.decide.mutationOptions({ onSettled: useRepliesChanged() }))
}

/** Reads the answers again when the event moves; the page follows the event itself. */
export function useLiveReplies(id: string): void {
  const queryClient = useQueryClient()
  useLiveEvent('roundtable:changed', ({ roundtableId }) => {
    if (roundtableId === id) void queryClient.invalidateQueries({ queryKey: orpc.calendarReplies.key() })
  })
}
