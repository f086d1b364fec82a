import { Button } from '@mantine/core'
import type { PlanContent } from '@sixfold/contract/collection-plans'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { blankPlan } from '@sixfold/domain/survey/plan'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { LeaveDialog } from '@sixfold/ui/parts/leave-dialog'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { draftQuery } from '../features/editor/queries.ts'
import { SurveyNoticeSheet } from '../features/notices/components/survey-notice-sheet.tsx'
import { askedFields } from '../features/plan/asked-fields.ts'
import { PlanForm } from '../features/plan/components/plan-form.tsx'
import { PlanReading } from '../features/plan/components/plan-reading.tsx'
import { planQuery } from '../features/plan/queries.ts'
import { withUsesFor } from '../features/plan/uses.ts'
import { planWords } from '../words/plan.ts'

/** `/surveys/<id>/plan`: what the survey is for, how much is needed, what it may cost, and what it will bring. */
export function PlanPage() {
  const say = useSay(planWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/plan' })
  const session = useSession().data
  const mayEdit = session !== undefined && can(session.actor, 'survey.edit', { regionId: null })
  const [begun, setBegun] = useState(false)
  const [dirty, setDirty] = useState(false)
  const query = usePlanning(id)
  return (
    <QueryStates query={query}>
      {({ survey, plan, onRecord }) => {
        const asked = askedFields(survey.definition, language)
        const begin = (
          <Button variant="filled" onClick={() => setBegun(true)}>
            {say('begin')}
          </Button>
        )
        return (
          <>
            <PageHeader
              title={say('planOf', { title: textIn(survey.title, language, 'en') })}
              lead={say('lead')}
              actions={
                <Button renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
                  {say('openSurvey')}
                </Button>
              }
            />
            {!plan && !begun && (
              <EmptyState title={say('emptyTitle')} action={mayEdit ? begin : undefined}>
                {say('emptyText')}
              </EmptyState>
            )}
            {(plan || begun) && mayEdit && (
              <PlanForm
                key={id}
                surveyId={id}
                saved={plan}
                initial={withUsesFor(plan?.content ?? newPlan(session.organisation.zone), asked)}
                onRecord={onRecord}
                asked={asked}
                onDirty={setDirty}
              />
            )}
            {plan && !mayEdit && <PlanReading plan={plan} asked={asked} />}
            <SurveyNoticeSheet surveyId={id} mayEdit={mayEdit} />
            <LeaveDialog when={dirty} />
          </>
        )
      }}
    </QueryStates>
  )
}

/** A plan to begin with, in the money of the house's country as far as its zone tells. */
function newPlan(zone: string): PlanContent {
  const { uses: _uses, ...plan } = blankPlan(zone === 'Asia/Ho_Chi_Minh' ? 'VND' : 'USD')
  return { ...plan, uses: [] }
}

/** The draft with its plan, as one query. */
function usePlanning(id: string) {
  const survey = useQuery(draftQuery(id))
  const plan = useQuery(planQuery(id))
  const data = useMemo(
    () => (survey.data && plan.data ? { survey: survey.data, ...plan.data } : undefined),
    [survey.data, plan.data],
  )
  return {
    data,
    isError: survey.isError || plan.isError,
    error: survey.error ?? plan.error,
    refetch: () => Promise.all([survey.refetch(), plan.refetch()]),
  }
}
