import { orpc } from '@sixfold/ui/api-client'
import { useMutation } from '@tanstack/react-query'
import { useRoundtablesChanged } from '../roundtables/queries.ts'

export function useAskApproval() {
  return useMutation(orpc.eventApprovals.ask.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useDecideApproval() {
  return useMutation(orpc.eventApprovals.decide.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useKeepDate() {
  return useMutation(orpc.roundtables.keepDate.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}
