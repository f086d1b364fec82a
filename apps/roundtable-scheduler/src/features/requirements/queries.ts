import type { Requirement } from '@sixfold/contract/requirements'
import { requirementStatus } from '@sixfold/contract/requirements'
import { orpc } from '@sixfold/ui/api-client'
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the list says. Without a status: what is still to do. */
export const requirementFilter = z.object({
  status: z
    .enum([...requirementStatus.options, 'all'])
    .optional()
    .catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
  factor: z.string().max(64).optional().catch(undefined),
  search: z.string().max(120).optional().catch(undefined),
  order: z.enum(['latest']).optional().catch(undefined),
  mine: z.literal(true).optional().catch(undefined),
})
export type RequirementFilter = z.infer<typeof requirementFilter>

export const requirementsQuery = ({ status, region, factor, search, order, mine }: RequirementFilter) =>
  infiniteQueryOptions(
    orpc.requirements.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(status === undefined ? { open: 'true' } : status === 'all' ? {} : { status }),
        ...(region ? { regionId: region } : {}),
        ...(factor ? { factor } : {}),
        ...(search ? { search } : {}),
        ...(order ? { order } : {}),
        ...(mine ? { mine: 'true' } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )

export const requirementQuery = (id: string) => orpc.requirements.get.queryOptions({ input: { id } })
export const alikeQuery = (id: string) => orpc.requirements.alike.queryOptions({ input: { id } })

/** What was noted at an event, in the order in which it was said. */
export const requirementsAtQuery = (aboutId: string) =>
  orpc.requirements.list.queryOptions({ input: { aboutId, order: 'latest', limit: 200 } })

export interface ActionsAbout {
  aboutKind: 'round_table' | 'requirement'
  aboutId: string
}
export const actionsQuery = (about: ActionsAbout) => orpc.actions.list.queryOptions({ input: about })

export const productsQuery = () => orpc.products.list.queryOptions({ staleTime: 5 * 60_000 })
export const membersQuery = () => orpc.staff.list.queryOptions({ staleTime: 5 * 60_000 })

export const contactChoicesQuery = (search: string, regionId: string | undefined) =>
  orpc.customers.listContacts.queryOptions({
    input: { search, limit: 20, ...(regionId ? { regionId } : {}) },
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })

/** What comes back stands at once; lists are read again. */
function useStands() {
  const queryClient = useQueryClient()
  return {
    onSuccess: (requirement: Requirement) => {
      queryClient.setQueryData(requirementQuery(requirement.id).queryKey, requirement)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.requirements.key() }),
  }
}

export const useNote = () => useMutation(orpc.requirements.note.mutationOptions(useStands()))
export const useAddSource = () => useMutation(orpc.requirements.addSource.mutationOptions(useStands()))
export const useEdit = () => useMutation(orpc.requirements.change.mutationOptions(useStands()))
export const useSetStatus = () => useMutation(orpc.requirements.setStatus.mutationOptions(useStands()))
export const useReply = () => useMutation(orpc.requirements.reply.mutationOptions(useStands()))
export const useAllowQuote = () => useMutation(orpc.requirements.allowQuote.mutationOptions(useStands()))
export const useOpenCase = () => useMutation(orpc.requirements.openCase.mutationOptions())
export const useMerge = () => useMutation(orpc.requirements.merge.mutationOptions(useStands()))

function useActionsChanged() {
  const queryClient = useQueryClient()
  return { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.actions.key() }) }
}

export const useNoteAction = () => useMutation(orpc.actions.note.mutationOptions(useActionsChanged()))
export const useFinishAction = () => useMutation(orpc.tasks.close.mutationOptions(useActionsChanged()))
