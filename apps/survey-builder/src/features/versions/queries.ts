import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const draftQuery = (id: string) => orpc.surveys.get.queryOptions({ input: { id } })

export const versionsQuery = (id: string) => orpc.surveys.listVersions.queryOptions({ input: { id } })

/** A published version never changes, so it is fetched once. */
export const versionQuery = (id: string, number: number) =>
  orpc.surveys.getVersion.queryOptions({ input: { id, number }, staleTime: Number.POSITIVE_INFINITY })

/** What the draft will be compared with: its latest version, or that of an earlier quarter. */
export const versionBeforeQuery = (id: string) =>
  orpc.surveys.getVersionBefore.queryOptions({ input: { id } })

/** A model in a version that a survey stands on never changes. */
export const factorModelQuery = (key: string, version: number) =>
  orpc.factorModels.get.queryOptions({ input: { key, version }, staleTime: Number.POSITIVE_INFINITY })

export function usePublish() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.surveys.publish.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.surveys.key() }),
    }),
  )
}
