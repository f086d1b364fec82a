import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const staffQuery = () => orpc.staff.list.queryOptions()

/** Marks the list of staff as old after a change of it. */
function useStaffChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: staffQuery().queryKey })
}

export function useInvite() {
  return useMutation(orpc.staff.invite.mutationOptions({ onSuccess: useStaffChanged() }))
}

export function useChangeMember() {
  return useMutation(orpc.staff.change.mutationOptions({ onSuccess: useStaffChanged() }))
}

export function useEndMember() {
  return useMutation(orpc.staff.end.mutationOptions({ onSuccess: useStaffChanged() }))
}

export function useWithdraw() {
  return useMutation(orpc.staff.withdraw.mutationOptions({ onSuccess: useStaffChanged() }))
}
