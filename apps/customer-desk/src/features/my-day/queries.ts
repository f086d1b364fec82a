import { dueItemKind } from '@sixfold/contract/my-day'
import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says. */
export const dayFilter = z.object({ kind: dueItemKind.optional().catch(undefined) })
export type DayFilter = z.infer<typeof dayFilter>

/** Colleagues do things, clocks run out: the list of the day is looked at often. */
const LOOK_AGAIN_MS = 60_000

export const myDayQuery = () => orpc.myDay.read.queryOptions({ refetchInterval: LOOK_AGAIN_MS })
export const digestQuery = () => orpc.myDay.digest.queryOptions()

export function useSetDigest() {
  const queryClient = useQueryClient()
  return useMutation(
    orpc.myDay.setDigest.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.myDay.key() }),
    }),
  )
}
