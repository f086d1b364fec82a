import { Button } from '@mantine/core'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { KeptNotice } from '../features/editor/components/kept-notice.tsx'
import { NewSurveyDialog } from '../features/surveys/components/new-survey-dialog.tsx'
import { SurveyTable } from '../features/surveys/components/survey-table.tsx'
import { surveysQuery } from '../features/surveys/queries.ts'
import { builderWords } from '../words/builder.ts'
import { importWords } from '../words/import.ts'

export function SurveysPage() {
  const say = useSay(builderWords)
  const sayImport = useSay(importWords)
  const surveys = useQuery(surveysQuery())
  const { create, model } = useSearch({ from: '/pages/surveys' })
  const navigate = useNavigate({ from: '/surveys' })
  const actor = useSession().data?.actor
  const mayEdit = actor !== undefined && can(actor, 'survey.edit', { regionId: null })
  const open = () => void navigate({ search: { create: true } })
  const newButtons = mayEdit && (
    <>
      <Button
        leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
        renderRoot={props => <Link {...props} to="/surveys/import" />}
      >
        {sayImport('import')}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        onClick={open}
      >
        {say('newSurvey')}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={say('surveysTitle')} lead={say('surveysLead')} actions={newButtons} />
      <QueryStates
        query={surveys}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={say('noSurveys')} action={newButtons}>
            {say('noSurveysText')}
          </EmptyState>
        }
      >
        {({ items }) => (
          <>
            <KeptNotice surveys={items} />
            <Sheet label={say('surveysTitle')}>
              <SurveyTable surveys={items} />
            </Sheet>
          </>
        )}
      </QueryStates>
      <NewSurveyDialog
        opened={create === true && mayEdit}
        model={model}
        onClose={() => void navigate({ search: {}, replace: true })}
        onCreated={id => void navigate({ to: '/surveys/$id', params: { id } })}
      />
    </>
  )
}
