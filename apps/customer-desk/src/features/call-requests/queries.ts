import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const callRequestQuery = (id: string) => orpc.callRequests.get.queryOptions({ input: { id } })

export const callRequestsOfQuery = (contactId: string) =>
  orpc.callRequests.ofContact.queryOptions({ input: { id: contactId } })

export function useBeginCall() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.callRequests.begin.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.contactLedger.key() }),
    }),
  )
}
