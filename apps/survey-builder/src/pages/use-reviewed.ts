import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReviewSetting } from '../features/editor/use-editor-value.ts'
import { noticeQuery, surveyNoticeQuery } from '../features/notices/queries.ts'
import { planQuery } from '../features/plan/queries.ts'
import { keptQuery } from '../features/review/queries.ts'

/** What the review of a survey reads beside the survey: its plan, and what colleagues kept on purpose; live. */
export function useReviewed(id: string): ReviewSetting {
  const queryClient = useQueryClient()
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: keptQuery(id).queryKey })
    void queryClient.invalidateQueries({ queryKey: planQuery(id).queryKey })
  }
  useFollow({ kind: 'survey', id }, refresh)
  useLiveEvent('review:changed', change => {
    if (change.surveyId === id) refresh()
  })
  const plan = useQuery(planQuery(id)).data?.plan?.content
  const kept = useQuery(keptQuery(id)).data
  const house = useQuery(noticeQuery()).data
  const notice = useQuery(surveyNoticeQuery(id)).data
  /** Where the house has no notice yet, nobody is asked about a part of it. */
  const purposeStated =
    house && notice && house.revision > 0
      ? Object.values(notice.content.purpose).some(text => text !== '')
      : undefined
  return useMemo(
    () => ({
      kept: new Set((kept?.items ?? []).map(({ key }) => key)),
      ...(plan ? { uses: plan.uses, minutesAtMost: plan.minutes } : {}),
      ...(purposeStated === undefined ? {} : { purposeStated }),
    }),
    [kept, plan, purposeStated],
  )
}
