import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const callQuery = (id: string) => orpc.calls.get.queryOptions({ input: { id } })
export const callDesksQuery = () => orpc.callDesks.list.queryOptions()

/** A call changes what is due, and what is due for me. */
function useRefresh() {
  const queryClient = useQueryClient()
  return {
    onSettled: () => {
      for (const queryKey of [orpc.calls.key(), orpc.due.key(), orpc.myDay.key()])
        void queryClient.invalidateQueries({ queryKey })
    },
  }
}

export const useBegin = () => useMutation(orpc.calls.begin.mutationOptions(useRefresh()))
export const useAgree = () => useMutation(orpc.calls.agree.mutationOptions(useRefresh()))
export const useEnd = () => useMutation(orpc.calls.end.mutationOptions(useRefresh()))
export const useComplain = () => useMutation(orpc.calls.complain.mutationOptions(useRefresh()))
/** Answers are on the screen already: nothing is read again for them. */
export const useAnswer = () => useMutation(orpc.calls.answer.mutationOptions())
export const useSaveDesk = () => useMutation(orpc.callDesks.save.mutationOptions(useRefresh()))
