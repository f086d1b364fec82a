import type { CaseDetail } from '@sixfold/contract/cases'
import { caseFilter as caseStates } from '@sixfold/contract/cases'
import { taskOwners } from '@sixfold/contract/tasks'
import { can } from '@sixfold/domain/permissions'
import { orpc } from '@sixfold/ui/api-client'
import { asApiError } from '@sixfold/ui/api-error'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { infiniteQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the page says. Without a state: what is still to do. */
export const caseFilter = z.object({
  of: taskOwners.optional().catch(undefined),
  state: caseStates.optional().catch(undefined),
  order: z.enum(['latest']).optional().catch(undefined),
  watched: z.literal(true).optional().catch(undefined),
  region: z.string().max(64).optional().catch(undefined),
})
export type CaseFilter = z.infer<typeof caseFilter>

/** A page at a time; what is to do stands by what is due first, all else by the latest. */
export const casesQuery = ({ of, state = 'working', order, watched, region }: CaseFilter) =>
  infiniteQueryOptions(
    orpc.cases.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        state,
        ...(state === 'working' && order === undefined ? { order: 'due' as const } : {}),
        ...(of ? { of } : {}),
        ...(watched ? { watched: 'true' } : {}),
        ...(region ? { regionId: region } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next ?? undefined,
    }),
  )

export const caseQuery = (id: string) => orpc.cases.get.queryOptions({ input: { id } })

export const latestCasesQuery = (of: { accountId: string } | { contactId: string }) =>
  orpc.cases.list.queryOptions({ input: { ...of, limit: 10 } })

export const contactsOfQuery = (accountId: string) =>
  orpc.customers.listContacts.queryOptions({ input: { accountId, limit: 100 } })

export const settingsQuery = () => orpc.caseSettings.read.queryOptions()

export const colleaguesQuery = (regionId: string) =>
  orpc.staff.list.queryOptions({
    select: ({ members }) => members.filter(member => can(member, 'case.work', { regionId })),
  })

/** The model that a case's factor is of, else the house's default. */
export function useFactorModel(known: CaseDetail['factorRef']) {
  const { items = [] } = useQuery(orpc.factorModels.list.queryOptions({ staleTime: 5 * 60_000 })).data ?? {}
  return items.find(({ key }) => key === known?.model.key) ?? items[0]
}

/** Shows a case as it becomes, whoever works on it. */
export function useLiveCase(id: string): void {
  const queryClient = useQueryClient()
  useFollow(
    { kind: 'case', id },
    () => void queryClient.invalidateQueries({ queryKey: caseQuery(id).queryKey }),
  )
  useLiveEvent('case:changed', ({ caseId, revision }) => {
    const { queryKey } = caseQuery(id)
    const known = queryClient.getQueryData<CaseDetail>(queryKey)
    if (caseId === id && known?.revision !== revision) void queryClient.invalidateQueries({ queryKey })
  })
}

/** What comes back stands at once; lists are read again. Who was too late sees how it stands. */
function useStands() {
  const queryClient = useQueryClient()
  const readAgain = () => queryClient.invalidateQueries({ queryKey: orpc.cases.key() })
  return {
    onSuccess(found: CaseDetail) {
      queryClient.setQueryData(caseQuery(found.id).queryKey, found)
      void queryClient.invalidateQueries({ queryKey: orpc.cases.list.key() })
    },
    onError(error: unknown) {
      if (asApiError(error).code === 'wrong_state') void readAgain()
    },
  }
}

export const useOpenCase = () => useMutation(orpc.cases.open.mutationOptions(useStands()))
export const useTakeStep = () => useMutation(orpc.caseSteps.take.mutationOptions(useStands()))
export const useMerge = () => useMutation(orpc.caseSteps.merge.mutationOptions(useStands()))
export const useHandOver = () => useMutation(orpc.caseSteps.handOver.mutationOptions(useStands()))
export const useGrade = () => useMutation(orpc.caseSteps.grade.mutationOptions(useStands()))
export const useWatch = () => useMutation(orpc.caseSteps.watch.mutationOptions(useStands()))
export const useRelate = () => useMutation(orpc.caseSteps.relate.mutationOptions(useStands()))
export const useNote = () => useMutation(orpc.caseSteps.note.mutationOptions(useStands()))
export const useAddFile = () => useMutation(orpc.caseSteps.addFile.mutationOptions(useStands()))
export const useRemoveFile = () => useMutation(orpc.caseSteps.removeFile.mutationOptions(useStands()))

function useSettingsStand() {
  const queryClient = useQueryClient()
  return { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.caseSettings.key() }) }
}

export const useSaveSettings = () => useMutation(orpc.caseSettings.save.mutationOptions(useSettingsStand()))
export const useAddCause = () => useMutation(orpc.caseSettings.addCause.mutationOptions(useSettingsStand()))
export const useChangeCause = () =>
  useMutation(orpc.caseSettings.changeCause.mutationOptions(useSettingsStand()))
export const useDeleteCause = () =>
  useMutation(orpc.caseSettings.deleteCause.mutationOptions(useSettingsStand()))
