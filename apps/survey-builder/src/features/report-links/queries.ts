import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const reportLinksQuery = () => orpc.reportLinks.list.queryOptions()

function useRefresh() {
  const queryClient = useQueryClient()
  return () => void queryClient.invalidateQueries({ queryKey: orpc.reportLinks.list.key() })
}

export function useMakeReportLink() {
  return useMutation(orpc.reportLinks.make.mutationOptions({ onSuccess: useRefresh() }))
}

export function useRevokeReportLink() {
  return useMutation(orpc.reportLinks.revoke.mutationOptions({ onSuccess: useRefresh() }))
}
