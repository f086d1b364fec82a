import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'

export const yearQuery = (year: number) =>
  orpc.roundtables.list.queryOptions({ input: { year }, placeholderData: keepPreviousData })

export const eventQuery = (id: string) => orpc.roundtables.get.queryOptions({ input: { id } })

/** Marks everything about round tables as old. */
export function useRoundtablesChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.roundtables.key() })
}

export function usePlan() {
  return useMutation(orpc.roundtables.plan.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useChange() {
  return useMutation(orpc.roundtables.change.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useCancel() {
  return useMutation(orpc.roundtables.cancel.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useRestore() {
  return useMutation(orpc.roundtables.restore.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useKeepDate() {
  return useMutation(orpc.roundtables.keepDate.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useAskApproval() {
  return useMutation(orpc.eventApprovals.ask.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

export function useDecideApproval() {
  return useMutation(orpc.eventApprovals.decide.mutationOptions({ onSuccess: useRoundtablesChanged() }))
}

/** Follows one event: what is shown of it is read again when it changes. */
export function useLiveRoundtable(id: string | undefined): void {
  const changed = useRoundtablesChanged()
  useFollow(id === undefined ? undefined : { kind: 'roundtable', id }, () => void changed())
  useLiveEvent('roundtable:changed', ({ roundtableId }) => {
    if (roundtableId === id) void changed()
  })
}
