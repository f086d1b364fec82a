import { orpc } from '@sixfold/ui/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'

export const noticeQuery = () => orpc.privacyNotices.get.queryOptions()
export const noticeHistoryQuery = () => orpc.privacyNotices.history.queryOptions()
export const surveyNoticeQuery = (id: string) => orpc.privacyNotices.ofSurvey.queryOptions({ input: { id } })

function useRefresh() {
  const queryClient = useQueryClient()
  return { onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.privacyNotices.key() }) }
}

export const useSaveNotice = () => useMutation(orpc.privacyNotices.save.mutationOptions(useRefresh()))
export const useSaveSurveyNotice = () =>
  useMutation(orpc.privacyNotices.saveOfSurvey.mutationOptions(useRefresh()))
