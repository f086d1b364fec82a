import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the address of the list says. */
export const studyFilter = z.object({ competitor: z.string().max(64).optional().catch(undefined) })
export type StudyFilter = z.infer<typeof studyFilter>

export const studiesQuery = ({ competitor }: StudyFilter) =>
  orpc.studies.list.queryOptions({ input: competitor ? { competitorId: competitor } : {} })
export const studyQuery = (id: string) => orpc.studies.get.queryOptions({ input: { id } })

export const competitorChoices = () => orpc.competitors.list.queryOptions()
export const productChoices = () => orpc.products.list.queryOptions({ staleTime: 5 * 60_000 })
export const memberChoices = () => orpc.deals.people.queryOptions({ staleTime: 5 * 60_000 })

/** What customers say of us: the latest quarter of the region whose market it is about. */
export const ownScoresQuery = (regionId: string | null) =>
  orpc.scoreboards.history.queryOptions({
    input: { quarters: 1, ...(regionId === null ? {} : { regionId }) },
  })
/** How deals against a competitor ended there. */
export const ratesAgainstQuery = (competitorId: string, regionId: string | null) =>
  orpc.deals.rates.queryOptions({
    input: { competitorId, ...(regionId === null ? {} : { regionId }) },
  })

function useStudiesChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: orpc.studies.key() })
}

export const useCreateStudy = () =>
  useMutation(orpc.studies.create.mutationOptions({ onSuccess: useStudiesChanged() }))
export const useChangeStudy = () =>
  useMutation(orpc.studies.change.mutationOptions({ onSettled: useStudiesChanged() }))
export const useSetStudyState = () =>
  useMutation(orpc.studies.setState.mutationOptions({ onSettled: useStudiesChanged() }))
export const useGivePoints = () =>
  useMutation(orpc.studies.score.mutationOptions({ onSuccess: useStudiesChanged() }))
export const useAddStudyFile = () =>
  useMutation(orpc.studies.addFile.mutationOptions({ onSuccess: useStudiesChanged() }))
export const useRemoveStudyFile = () =>
  useMutation(orpc.studies.removeFile.mutationOptions({ onSettled: useStudiesChanged() }))

/** Where a file of the evidence lies, for a link. */
export const studyFileAddress = (id: string, fileId: string) =>
  `/api/studies/${encodeURIComponent(id)}/files/${encodeURIComponent(fileId)}`
