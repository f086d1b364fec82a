import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { wavesQuery } from './queries.ts'

export const programmesQuery = () => orpc.programmes.list.queryOptions()

export const programmeQuery = (id: string) => orpc.programmes.get.queryOptions({ input: { id } })

export const exclusionsQuery = (id: string) =>
  orpc.programmes.exclusions.infiniteOptions({
    input: (cursor: string | undefined) => ({ id, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const nextQuery = (id: string) => orpc.programmes.next.queryOptions({ input: { id }, retry: false })

export function useCreateProgramme() {
  return useMutation(orpc.programmes.create.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

export function useSaveProgramme() {
  return useMutation(orpc.programmes.save.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

export function useExclude() {
  return useMutation(orpc.programmes.exclude.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

export function useInclude() {
  return useMutation(orpc.programmes.include.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

export function useDraftWave() {
  return useMutation(orpc.programmes.draftWave.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

export function useDraftNext() {
  return useMutation(orpc.programmes.draftNext.mutationOptions({ onSuccess: useProgrammesChanged() }))
}

/** A programme, its list and what is drafted from it hang together. */
function useProgrammesChanged() {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: orpc.surveys.list.key() })
    void queryClient.invalidateQueries({ queryKey: wavesQuery().queryKey })
    return queryClient.invalidateQueries({ queryKey: orpc.programmes.key() })
  }
}
