import { orpc } from '@sixfold/ui/api-client'
import { useFollow, useLiveEvent } from '@sixfold/ui/live'
import { useQueryClient } from '@tanstack/react-query'
import type { OpenSession } from './draft-session.ts'
import { draftQuery } from './queries.ts'

/** Hears what others save and publish while the survey is open. */
export function useSurveyChanges(id: string, session: OpenSession): void {
  const queryClient = useQueryClient()
  // What was saved between reading the survey and following it, the first time included, went by unheard.
  useFollow(
    { kind: 'survey', id },
    () => session.retry(),
    () => void queryClient.invalidateQueries({ queryKey: draftQuery(id).queryKey }),
  )
  useLiveEvent('survey:changed', ({ surveyId, revision, published }) => {
    if (surveyId !== id) return
    session.heard(revision)
    if (published) void queryClient.invalidateQueries({ queryKey: orpc.surveys.key() })
  })
}
