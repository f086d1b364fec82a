import type { KeptFactorModel, ModelContent } from '@sixfold/contract/factor-models'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const factorModelsQuery = () => orpc.factorModels.list.queryOptions()

export const factorModelQuery = (key: string, version: number) =>
  orpc.factorModels.get.queryOptions({ input: { key, version } })

/** Which surveys stand on which model is read off the surveys. */
export const surveysQuery = () => orpc.surveys.list.queryOptions()

/** Saves a model, or keeps a new one; `seen` is what the change was made on. */
export function useSaveModel() {
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: orpc.factorModels.key() })
  const create = useMutation(orpc.factorModels.create.mutationOptions({ onSuccess }))
  const save = useMutation(orpc.factorModels.save.mutationOptions({ onSuccess }))
  const now = create.isIdle ? save : create
  return {
    pending: create.isPending || save.isPending,
    error: now.error,
    reset: () => {
      create.reset()
      save.reset()
    },
    run: (seen: KeptFactorModel | null, model: ModelContent) =>
      seen
        ? save.mutateAsync({ key: seen.key, version: seen.version, revision: seen.revision, model })
        : create.mutateAsync({ model }),
  }
}

export function useRemoveModel() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.factorModels.remove.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.factorModels.key() }),
    }),
  )
}
