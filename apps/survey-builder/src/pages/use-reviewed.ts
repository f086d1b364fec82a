import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReviewSetting } from '../features/editor/use-editor-value.ts'
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
  return useMemo(
    () => ({
      kept: new Set((kept?.items ?? []).map(({ key }) => key)),
      ...(plan ? { uses: plan.uses, minutesAtMost: plan.minutes } : {}),
    }),
    [kept, plan],
  )
}
