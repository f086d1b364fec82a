import { orpc } from '@sixfold/ui/api-client'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

export interface ContactSearch {
  regionId: string
  search: string
  kind: 'existing' | 'prospect' | 'former' | undefined
}

/** Contacts of a region, page by page. */
export const contactsQuery = ({ regionId, search, kind }: ContactSearch) =>
  orpc.customers.listContacts.infiniteOptions({
    input: (cursor: string | undefined) => ({
      regionId,
      limit: 50,
      ...(search ? { search } : {}),
      ...(kind ? { kind } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    initialPageParam: undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export function useInvite() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.roundtables.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() }),
    }),
  )
}
