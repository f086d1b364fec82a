import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const schedulesQuery = () => orpc.reportSchedules.list.queryOptions()

/** A mail may leave while somebody looks, and who opens it again wants to know what left since. */
export const sendingsQuery = (id: string) =>
  orpc.reportSchedules.sendings.queryOptions({ input: { id }, staleTime: 0, refetchInterval: 60_000 })

export const membersQuery = () => orpc.staff.list.queryOptions({ staleTime: 5 * 60_000 })

function useRefresh() {
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: orpc.reportSchedules.key() })
}

export function useMakeSchedule() {
  return useMutation(orpc.reportSchedules.make.mutationOptions({ onSuccess: useRefresh() }))
}

export function useChangeSchedule() {
  return useMutation(orpc.reportSchedules.change.mutationOptions({ onSettled: useRefresh() }))
}

export function useEndSchedule() {
  return useMutation(orpc.reportSchedules.end.mutationOptions({ onSuccess: useRefresh() }))
}

export function useTrySchedule() {
  return useMutation(orpc.reportSchedules.tryOut.mutationOptions())
}
