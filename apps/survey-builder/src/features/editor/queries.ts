import type { SurveyDraft } from '@sixfold/contract/surveys'
import { orpc } from '@sixfold/ui/api-client'
import { useQueryClient } from '@tanstack/react-query'

export const draftQuery = (id: string) => orpc.surveys.get.queryOptions({ input: { id } })

/** What the draft is compared with: its latest version, or that of an earlier quarter. */
export const versionBeforeQuery = (id: string) =>
  orpc.surveys.getVersionBefore.queryOptions({ input: { id } })

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
