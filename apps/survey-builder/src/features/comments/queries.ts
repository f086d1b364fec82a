import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Which comments are looked at, as the address says. */
export interface CommentFilter {
  words?: string | undefined
  factor?: string | undefined
  question?: string | undefined
  tag?: string | undefined
  quotable?: 'yes' | undefined
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

export const commentsQuery = (
  id: string,
  { regionId, filter: { words, ...rest } }: { regionId: string | undefined; filter: CommentFilter },
) =>
  orpc.comments.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ id, ...given({ regionId, search: words, cursor, ...rest }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // A job gathers them; whoever waits for it looks again.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.state === 'coming' ? 2_000 : false),
  })

export const tagsQuery = () => orpc.comments.tags.queryOptions()

export const tryRuleQuery = (id: string, regionId: string | undefined, rule: string) =>
  orpc.comments.tryRule.queryOptions({ input: { id, rule, ...given({ regionId }) } })

/** Every change of a tag shows in every list. */
function useRefresh() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.comments.key() })
}

export function useTagComment() {
  const onSuccess = useRefresh()
  return useMutation(orpc.comments.tag.mutationOptions({ onSuccess }))
}

export function useTagChanges() {
  const onSuccess = useRefresh()
  return {
    add: useMutation(orpc.comments.addTag.mutationOptions({ onSuccess })),
    change: useMutation(orpc.comments.changeTag.mutationOptions({ onSuccess })),
    remove: useMutation(orpc.comments.removeTag.mutationOptions({ onSuccess })),
  }
}
