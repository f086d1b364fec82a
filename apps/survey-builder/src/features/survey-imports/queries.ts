import type { ImportCheck } from '@sixfold/contract/survey-imports'
import { api, orpc } from '@sixfold/ui/api-client'
import type { ApiError } from '@sixfold/ui/api-error'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const importModelsQuery = () => orpc.factorModels.list.queryOptions()

/** Reads a file; a second file, chosen meanwhile, takes its place. */
export function useCheckFile() {
  return useMutation<ImportCheck, ApiError, File>({
    mutationFn: file => api.surveyImports.check({ file }),
  })
}

export function useImportSurvey() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.surveyImports.create.mutationOptions({
      onSuccess: draft => {
        queryClient.setQueryData(orpc.surveys.get.queryKey({ input: { id: draft.id } }), draft)
        return queryClient.invalidateQueries({ queryKey: orpc.surveys.list.queryKey() })
      },
    }),
  )
}
