import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { PlanCheck } from '../features/plan/components/plan-check.tsx'
import { LaunchForm } from '../features/waves/components/launch-form.tsx'
import { publishedQuery } from '../features/waves/queries.ts'
import { waveWords } from '../words/waves.ts'

/** `/waves/new`: one page that shows who will be asked, when, and who not, before anything leaves. */
export function LaunchPage() {
  const say = useSay(waveWords)
  const surveys = useQuery(publishedQuery())
  const session = useSession().data
  const search = useSearch({ from: '/pages/waves/new' })
  const navigate = useNavigate({ from: '/waves/new' })
  const published = (surveys.data?.items ?? []).flatMap(survey =>
    survey.latestVersion === null ? [] : [{ ...survey, latestVersion: survey.latestVersion }],
  )
  return (
    <>
      <PageHeader title={say('launchTitle')} lead={say('launchLead')} />
      <QueryStates
        query={surveys}
        isEmpty={() => published.length === 0}
        empty={
          <EmptyState
            title={say('nothingPublished')}
            action={
              <Button variant="filled" renderRoot={props => <Link {...props} to="/surveys" />}>
                {say('toSurveys')}
              </Button>
            }
          >
            {say('nothingPublishedText')}
          </EmptyState>
        }
      >
        {() =>
          session && (
            <LaunchForm
              surveys={published}
              regions={session.regions.filter(({ id }) =>
                can(session.actor, 'wave.launch', { regionId: id }),
              )}
              organisation={session.organisation}
              now={session.now}
              choice={search}
              expectation={(surveyId, audience, usual) => (
                <PlanCheck
                  surveyId={surveyId}
                  asked={{
                    executives: audience.executives,
                    others: audience.allowedNow + audience.allowedLater - audience.executives,
                  }}
                  minimumCell={session.organisation.minimumCell}
                  usual={usual}
                />
              )}
              onChoice={choice => void navigate({ search: choice, replace: true })}
              onLaunched={wave => {
                toast.done(say('launched'))
                void navigate({ to: '/waves/$id', params: { id: wave.id } })
              }}
            />
          )
        }
      </QueryStates>
    </>
  )
}
