import type { KeptFinding } from '@sixfold/contract/reviews'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const keptQuery = (id: string) => orpc.reviews.kept.queryOptions({ input: { id } })

/** Keeps a finding; the list shows it at once. */
export function useKeep(id: string) {
  const queryClient = useQueryClient()
  const { queryKey } = keptQuery(id)
  return useMutation(
    orpc.reviews.keep.mutationOptions({
      onSuccess: (kept: KeptFinding) =>
        queryClient.setQueryData(queryKey, before => ({
          items: [...(before?.items ?? []).filter(({ key }) => key !== kept.key), kept],
        })),
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
}

/** Lets a kept finding speak again. */
export function useReopen(id: string) {
  const queryClient = useQueryClient()
  const { queryKey } = keptQuery(id)
  return useMutation(
    orpc.reviews.reopen.mutationOptions({
      onSuccess: (_nothing, { key }) =>
        queryClient.setQueryData(queryKey, before => ({
          items: (before?.items ?? []).filter(kept => kept.key !== key),
        })),
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
}
