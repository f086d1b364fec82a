import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const installationsQuery = (accountId: string) =>
  orpc.installations.list.queryOptions({ input: { accountId } })

export const productsQuery = () => orpc.products.list.queryOptions()

function useThingsChanged() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: orpc.installations.key() }),
      queryClient.invalidateQueries({ queryKey: orpc.products.key() }),
    ])
}

export function useCreateInstallation() {
  return useMutation(orpc.installations.create.mutationOptions({ onSuccess: useThingsChanged() }))
}

export function useChangeInstallation() {
  return useMutation(orpc.installations.change.mutationOptions({ onSuccess: useThingsChanged() }))
}

export function useRemoveInstallation() {
  return useMutation(orpc.installations.remove.mutationOptions({ onSuccess: useThingsChanged() }))
}
