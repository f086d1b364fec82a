import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says. */
export const dataRequestFilter = z.object({
  state: z.enum(['open', 'ended']).optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
})
export type DataRequestFilter = z.infer<typeof dataRequestFilter>

/** A clock runs, a customer asks: looked at often. */
const LOOK_AGAIN_MS = 60_000

/** A page at a time: open ones by what is due first, ended ones by the latest. */
export const dataRequestsQuery = ({ state, region }: DataRequestFilter) =>
  infiniteQueryOptions({
    ...orpc.dataRequests.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(state ? { state } : {}),
        ...(region ? { regionId: region } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
    refetchInterval: LOOK_AGAIN_MS,
  })

export const dataRequestCountQuery = () =>
  orpc.dataRequests.count.queryOptions({ refetchInterval: LOOK_AGAIN_MS })

function useRefresh() {
  const queryClient = useQueryClient()
  return {
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: orpc.dataRequests.key() }),
        queryClient.invalidateQueries({ queryKey: orpc.tasks.key() }),
      ]),
  }
}

export const useNote = () => useMutation(orpc.dataRequests.note.mutationOptions(useRefresh()))
export const useAnswer = () => useMutation(orpc.dataRequests.answer.mutationOptions(useRefresh()))
export const useCarryOut = () => useMutation(orpc.dataRequests.carryOut.mutationOptions(useRefresh()))
export const useRefuse = () => useMutation(orpc.dataRequests.refuse.mutationOptions(useRefresh()))
