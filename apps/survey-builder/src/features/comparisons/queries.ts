import type { ConfidenceLevel } from '@sixfold/contract/waves'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Which results stand beside each other, as the address says. */
export interface ComparisonChoice {
  first: string
  second: string
  firstPart?: string | undefined
  secondPart?: string | undefined
  confidence?: ConfidenceLevel | undefined
}

export const choicesQuery = () => orpc.comparisons.choices.queryOptions()

export const comparisonQuery = ({ first, second, ...rest }: ComparisonChoice) => {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return orpc.comparisons.get.queryOptions({ input: { first, second, ...given } })
}

/** A judgement shows in every comparison of the two surveys. */
export function useJudge() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.comparisons.judge.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.comparisons.key() }),
    }),
  )
}
