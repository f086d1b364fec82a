import type { CaseRule } from '@sixfold/contract/case-rules'
import { segmentKey } from '@sixfold/domain/customers/segment-key'
import type { LocalText } from '@sixfold/domain/local-text'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

export const rulesQuery = () => orpc.caseRules.list.queryOptions()

/** While a trial runs its counts are looked at every moment. */
const WATCH_MS = 500

export const ruleQuery = (id: string) =>
  orpc.caseRules.get.queryOptions({
    input: { id },
    refetchInterval: ({ state }: { state: { data?: CaseRule | undefined } }) =>
      state.data?.trial?.state === 'running' ? WATCH_MS : false,
  })

export interface FactorChoice {
  key: string
  name: LocalText
}

/** The factors of all models, each key once. */
export function useFactorChoices(): FactorChoice[] {
  const models = useQuery(orpc.factorModels.list.queryOptions({ staleTime: 60_000 })).data?.items ?? []
  const found = new Map<string, FactorChoice>()
  for (const { factors } of models)
    for (const { key, name } of factors) if (!found.has(key)) found.set(key, { key, name })
  return [...found.values()]
}

/** Segments by the key that a rule names them by. */
export function useSegmentChoices(): { value: string; label: string }[] {
  const segments = useQuery(orpc.customers.accountChoices.queryOptions({ staleTime: 60_000 })).data?.segments
  return (segments ?? []).flatMap(label => {
    const value = segmentKey(label)
    return value === null ? [] : { value, label }
  })
}

function useRefresh() {
  const queryClient = useQueryClient()
  return { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.caseRules.key() }) }
}

export const useCreateRule = () => useMutation(orpc.caseRules.create.mutationOptions(useRefresh()))
export const useChangeRule = () => useMutation(orpc.caseRules.change.mutationOptions(useRefresh()))
export const useRemoveRule = () => useMutation(orpc.caseRules.remove.mutationOptions(useRefresh()))
export const useTryRule = () => useMutation(orpc.caseRules.try.mutationOptions(useRefresh()))
export const useStopTrial = () => useMutation(orpc.caseRules.stopTrial.mutationOptions(useRefresh()))
export const useSwitchRule = () => useMutation(orpc.caseRules.switch.mutationOptions(useRefresh()))
