import type { jobState } from '@sixfold/contract/operations'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

export type JobState = z.infer<typeof jobState>

/** Jobs of one state, or of all, a page at a time. */
export const jobsQuery = (state: JobState | undefined) =>
  infiniteQueryOptions(
    orpc.jobs.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: 50,
        ...(state ? { state } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export function useReplay() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.jobs.replay.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.jobs.key() }),
    }),
  )
}
