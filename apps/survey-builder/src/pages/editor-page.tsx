import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useSession } from '@sixfold/ui/session'
import { IconDeviceMobile, IconHistory, IconLanguage, IconTargetArrow } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import styles from '../features/editor/components/editor.module.css'
import { Editor } from '../features/editor/components/editor.tsx'
import { EditorSkeleton } from '../features/editor/components/editor-skeleton.tsx'
import { draftQuery, factorModelQuery, versionBeforeQuery } from '../features/editor/queries.ts'
import { editorWords } from '../words/editor.ts'
import { planWords } from '../words/plan.ts'
import { useEditorSlots } from './editor-slots.tsx'
import { useReviewed } from './use-reviewed.ts'

/** `/surveys/<id>`: the editor. What is open is in the address. */
export function EditorPage() {
  const say = useSay(editorWords)
  const { language: screens } = useLanguage()
  const { id } = useParams({ from: '/studio/surveys/$id' })
  const { language, ...address } = useSearch({ from: '/studio/surveys/$id' })
  const navigate = useNavigate({ from: '/surveys/$id' })
  const actor = useSession().data?.actor
  const mayEdit = actor !== undefined && can(actor, 'survey.edit', { regionId: null })
  const query = useEditing(id)
  const slots = useEditorSlots(id)
  const reviewed = useReviewed(id)
  return (
    <QueryStates query={query} skeleton={<EditorSkeleton />}>
      {({ survey, model, before }) => {
        const name = textIn(survey.title, screens, 'en')
        const links = <SurveyLinks id={id} language={language} published={survey.latestVersion !== null} />
        return (
          <>
            <title>{`${name} · Sixfold`}</title>
            {mayEdit ? (
              <Editor
                key={survey.id}
                survey={survey}
                model={model}
                before={before}
                address={address}
                language={language}
                onAddress={search => void navigate({ search, replace: true })}
                links={links}
                slots={slots}
                reviewed={reviewed}
              />
            ) : (
              <div className={styles.readOnly}>
                <EmptyState title={name} action={links}>
                  {say('readOnly')}
                </EmptyState>
              </div>
            )}
          </>
        )
      }}
    </QueryStates>
  )
}

/** The draft with its model and what it is compared with, as one query. */
function useEditing(id: string) {
  const survey = useQuery(draftQuery(id))
  const { key, version } = survey.data?.definition.factorModel ?? { key: '', version: 1 }
  const model = useQuery({
    ...factorModelQuery(key, version),
    enabled: survey.data !== undefined,
    // Another model under the survey does not take the editor off the screen.
    placeholderData: keepPreviousData,
  })
  const before = useQuery(versionBeforeQuery(id))
  return {
    data:
      survey.data && model.data && before.data
        ? { survey: survey.data, model: model.data, before: before.data.version }
        : undefined,
    isError: survey.isError || model.isError || before.isError,
    error: survey.error ?? model.error ?? before.error,
    refetch: () => Promise.all([survey.refetch(), model.refetch(), before.refetch()]),
  }
}

interface SurveyLinksProps {
  id: string
  language: string | undefined
  published: boolean
}

function SurveyLinks({ id, language, published }: SurveyLinksProps) {
  const say = useSay(editorWords)
  const sayPlan = useSay(planWords)
  return (
    <>
      <Button
        renderRoot={props => (
          <Link
            {...props}
            to="/surveys/$id/preview"
            params={{ id }}
            search={language === undefined ? {} : { language }}
          />
        )}
        leftSection={<IconDeviceMobile size={16} stroke={1.5} aria-hidden="true" />}
      >
        {say('preview')}
      </Button>
      <Tooltip label={sayPlan('plan')}>
        <ActionIcon
          aria-label={sayPlan('plan')}
          renderRoot={props => <Link {...props} to="/surveys/$id/plan" params={{ id }} />}
        >
          <IconTargetArrow size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={say('languages')}>
        <ActionIcon
          aria-label={say('languages')}
          renderRoot={props => <Link {...props} to="/surveys/$id/languages" params={{ id }} />}
        >
          <IconLanguage size={18} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {published && (
        <Tooltip label={say('history')}>
          <ActionIcon
            aria-label={say('history')}
            renderRoot={props => <Link {...props} to="/surveys/$id/versions" params={{ id }} />}
          >
            <IconHistory size={18} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}
