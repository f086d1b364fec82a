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

const MOST_PREVIEWED = 200

/** What the contact policy would say about inviting these contacts now. */
export const previewQuery = (id: string, contactIds: readonly string[]) =>
  orpc.roundtables.previewInvite.queryOptions({
    input: { id, contactIds: contactIds.slice(0, MOST_PREVIEWED) },
    enabled: contactIds.length > 0,
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
