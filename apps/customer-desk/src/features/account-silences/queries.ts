import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const silencesQuery = (id: string) => orpc.accountSilences.list.queryOptions({ input: { id } })

export const useOpenSilence = () => useMutation(orpc.accountSilences.open.mutationOptions(useRefresh()))

export const useEndSilence = () => useMutation(orpc.accountSilences.end.mutationOptions(useRefresh()))

/** A silence also changes when people at the account may be touched next. */
function useRefresh() {
  const queryClient = useQueryClient()
  return {
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: orpc.accountSilences.key() }),
        queryClient.invalidateQueries({ queryKey: orpc.contactLedger.key() }),
      ]),
  }
}
