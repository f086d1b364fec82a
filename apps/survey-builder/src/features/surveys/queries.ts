import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const surveysQuery = () => orpc.surveys.list.queryOptions()

export const factorModelsQuery = () => orpc.factorModels.list.queryOptions()

export function useCreateSurvey() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.surveys.create.mutationOptions({
      onSuccess: draft => {
        queryClient.setQueryData(orpc.surveys.get.queryKey({ input: { id: draft.id } }), draft)
        return queryClient.invalidateQueries({ queryKey: surveysQuery().queryKey })
      },
    }),
  )
}
