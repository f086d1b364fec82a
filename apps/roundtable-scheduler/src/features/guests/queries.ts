import type { ShownReason } from '@sixfold/contract/guest-choice'
import { orpc } from '@sixfold/ui/api-client'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

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
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() }),
          queryClient.invalidateQueries({ queryKey: orpc.guestChoice.key() }),
        ]),
    }),
  )
}

/** Writes a guest's personal link once more. */
export const useSendLink = () => useMutation(orpc.roundtables.sendLink.mutationOptions())

/** Notes what a guest said to a colleague. */
export function useAnswerFor() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.seats.answer.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() }),
          queryClient.invalidateQueries({ queryKey: orpc.seats.key() }),
        ]),
    }),
  )
}

export interface ChoiceSearch {
  id: string
  search: string
  kind: 'existing' | 'prospect' | 'former' | undefined
  segment: string | undefined
  reason: ReasonKind | undefined
  limit: number
}

export type ReasonKind = ShownReason['kind']

/** Who would be a good guest, the best first, and the mix of those who are guests. */
export const choiceQuery = ({ id, search, kind, segment, reason, limit }: ChoiceSearch) =>
  orpc.guestChoice.get.queryOptions({
    input: {
      id,
      limit,
      ...(search ? { search } : {}),
      ...(kind ? { kind } : {}),
      ...(segment ? { segment } : {}),
      ...(reason ? { reason } : {}),
    },
    placeholderData: keepPreviousData,
  })

export function useSetMix() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.guestChoice.setMix.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.guestChoice.key() }),
    }),
  )
}
