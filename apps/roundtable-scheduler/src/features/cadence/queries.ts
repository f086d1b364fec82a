import type { CadenceRules } from '@sixfold/contract/cadence-rules'
import { orpc } from '@sixfold/ui/api-client'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

export type Rules = Pick<CadenceRules, 'roundTable' | 'conference'>

export const rulesQuery = (id: string) => orpc.cadence.get.queryOptions({ input: { id } })

export const previewQuery = (id: string, { roundTable, conference }: Rules) =>
  orpc.cadence.preview.queryOptions({
    input: { id, roundTable, conference },
    placeholderData: keepPreviousData,
  })

export function useSaveRules() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.cadence.save.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: orpc.cadence.key() }),
          queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() }),
        ]),
    }),
  )
}
