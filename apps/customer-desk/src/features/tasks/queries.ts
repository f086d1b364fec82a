import type { Task } from '@sixfold/contract/tasks'
import { taskOwners, taskState } from '@sixfold/contract/tasks'
import { can } from '@sixfold/domain/permissions'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says. */
export const taskFilter = z.object({
  of: taskOwners.optional().catch(undefined),
  state: taskState.optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
})
export type TaskFilter = z.infer<typeof taskFilter>

/** Somebody closes a task elsewhere, a mail comes back: a work list is looked at often. */
const LOOK_AGAIN_MS = 60_000

/** A page at a time: open tasks by what is due first, done ones by the latest. */
export const tasksQuery = ({ of, state, region }: TaskFilter) =>
  infiniteQueryOptions({
    ...orpc.tasks.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(of ? { of } : {}),
        ...(state ? { state } : {}),
        ...(region ? { regionId: region } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
    refetchInterval: LOOK_AGAIN_MS,
  })

/** What is open at one account, whoever has it. */
export const accountTasksQuery = (accountId: string) =>
  orpc.tasks.list.queryOptions({ input: { accountId, of: 'all' } })

/** Open wishes to be called, of one region or all. */
export const requestedCallsQuery = ({ of = 'all', region }: TaskFilter) =>
  orpc.tasks.list.queryOptions({
    input: { kind: 'call_request', of, ...(region ? { regionId: region } : {}) },
    refetchInterval: LOOK_AGAIN_MS,
  })

export const taskCountQuery = () => orpc.tasks.count.queryOptions({ refetchInterval: LOOK_AGAIN_MS })

/** Who may work in the region of a task. */
export const colleaguesQuery = ({ regionId }: Pick<Task, 'regionId'>) =>
  orpc.staff.list.queryOptions({
    select: ({ members }) => members.filter(member => can(member, 'task.work', { regionId })),
  })

function useRefresh() {
  const queryClient = useQueryClient()
  return { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.tasks.key() }) }
}

export const useClose = () => useMutation(orpc.tasks.close.mutationOptions(useRefresh()))
export const useReopen = () => useMutation(orpc.tasks.reopen.mutationOptions(useRefresh()))
export const useAssign = () => useMutation(orpc.tasks.assign.mutationOptions(useRefresh()))
