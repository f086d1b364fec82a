import type { SurveyDraft } from '@sixfold/contract/surveys'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const draftQuery = (id: string) => orpc.surveys.get.queryOptions({ input: { id } })

/** A published version never changes, so it is fetched once. */
export const versionQuery = (id: string, number: number) =>
  orpc.surveys.getVersion.queryOptions({ input: { id, number }, staleTime: Number.POSITIVE_INFINITY })

/** A version of a model that a survey stands on never changes. */
export const factorModelQuery = (key: string, version: number) =>
  orpc.factorModels.get.queryOptions({ input: { key, version }, staleTime: Number.POSITIVE_INFINITY })

/** Keeps what the server confirmed, so that coming back shows it at once. */
export function useKeepDraft() {
  const queryClient = useQueryClient()
  return (saved: SurveyDraft) => {
    queryClient.setQueryData(draftQuery(saved.id).queryKey, saved)
    void queryClient.invalidateQueries({ queryKey: orpc.surveys.list.key() })
  }
}

export function usePublish() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.surveys.publish.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.surveys.key() }),
    }),
  )
}
