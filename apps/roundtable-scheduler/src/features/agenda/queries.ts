import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const agendaQuery = (id: string) => orpc.agendas.get.queryOptions({ input: { id } })

export const speakersQuery = () => orpc.speakers.list.queryOptions()

export const productsQuery = () => orpc.products.list.queryOptions()

export function useSaveAgenda() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.agendas.save.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.agendas.key() }),
    }),
  )
}

export function useProposal() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      queryClient.fetchQuery({ ...orpc.agendas.propose.queryOptions({ input: { id } }), staleTime: 0 }),
  })
}

export function useAddMaterial() {
  return useMutation(orpc.agendas.addMaterial.mutationOptions())
}
