import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ProgrammeForm } from '../features/waves/components/programme-form.tsx'
import { publishedQuery } from '../features/waves/queries.ts'
import { programmeWords } from '../words/programmes.ts'
import { waveWords } from '../words/waves.ts'

/** `/programmes/new`. */
export function NewProgrammePage() {
  const say = useSay(programmeWords)
  const sayWaves = useSay(waveWords)
  const surveys = useQuery(publishedQuery())
  const session = useSession().data
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={say('newProgramme')} lead={say('programmesLead')} />
      <QueryStates
        query={surveys}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={say('nothingToAsk')}
            action={
              <Button variant="filled" renderRoot={props => <Link {...props} to="/surveys" />}>
                {sayWaves('toSurveys')}
              </Button>
            }
          >
            {say('surveyHelp')}
          </EmptyState>
        }
      >
        {({ items }) =>
          session && (
            <ProgrammeForm
              programme={null}
              surveys={items}
              regions={session.regions.filter(({ id }) =>
                can(session.actor, 'wave.launch', { regionId: id }),
              )}
              mayEdit
              onCreated={id => void navigate({ to: '/programmes/$id', params: { id } })}
            />
          )
        }
      </QueryStates>
    </>
  )
}
