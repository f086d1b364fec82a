import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** The ledger, the outlook and the lists say something else after a change of these. */
function useStandingChanged() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.contactLedger.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.customers.key() }),
    ])
}

export function useRecordConsent() {
  return useMutation(orpc.contactLedger.recordConsent.mutationOptions({ onSuccess: useStandingChanged() }))
}

export function useWithdrawConsent() {
  return useMutation(orpc.contactLedger.withdrawConsent.mutationOptions({ onSuccess: useStandingChanged() }))
}

export function useOptOut() {
  return useMutation(orpc.contactLedger.optOut.mutationOptions({ onSuccess: useStandingChanged() }))
}

export function useOptIn() {
  return useMutation(orpc.contactLedger.optIn.mutationOptions({ onSuccess: useStandingChanged() }))
}

export function useDoNotCall() {
  return useMutation(orpc.contactLedger.setDoNotCall.mutationOptions({ onSuccess: useStandingChanged() }))
}
