import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const productsQuery = () => orpc.products.list.queryOptions()

function useProductsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.products.key() })
}

export function useCreateProduct() {
  return useMutation(orpc.products.create.mutationOptions({ onSuccess: useProductsChanged() }))
}

export function useRenameProduct() {
  return useMutation(orpc.products.change.mutationOptions({ onSuccess: useProductsChanged() }))
}
