import { orpc } from '@sixfold/ui/api-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'

/** The library as it is searched, page after page; what was found last stays in view while the next letter is looked up. */
export function useLibrary(search: string) {
  return useInfiniteQuery({
    ...orpc.questionLibrary.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ search: search || undefined, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
}

export function useSaveToLibrary() {
  return useMutation(orpc.questionLibrary.save.mutationOptions(useRefresh()))
}

export function useRenameInLibrary() {
  return useMutation(orpc.questionLibrary.rename.mutationOptions(useRefresh()))
}

export function useRemoveFromLibrary() {
  return useMutation(orpc.questionLibrary.remove.mutationOptions(useRefresh()))
}

function useRefresh() {
  const queryClient = useQueryClient()
  return { onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.questionLibrary.key() }) }
}
