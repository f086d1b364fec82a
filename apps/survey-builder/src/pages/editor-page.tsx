import { Button } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { toast } from '@sixfold/ui/parts/toast'
import { IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Editor } from '../features/editor/components/editor.tsx'
import { EditorSkeleton } from '../features/editor/components/editor-skeleton.tsx'
import { draftQuery, factorModelsQuery, versionQuery } from '../features/editor/queries.ts'
import { editorWords } from '../words/editor.ts'

/** `/surveys/<id>`: the editor. What is open is in the address. */
export function EditorPage() {
  const say = useSay(editorWords)
  const { language: screens } = useLanguage()
  const { id } = useParams({ from: '/studio/surveys/$id' })
  const { language, ...address } = useSearch({ from: '/studio/surveys/$id' })
  const navigate = useNavigate({ from: '/surveys/$id' })
  const survey = useQuery(draftQuery(id))
  const models = useQuery(factorModelsQuery())
  const number = survey.data?.latestVersion ?? null
  const published = useQuery({ ...versionQuery(id, number ?? 1), enabled: number !== null })
  const query = {
    data:
      survey.data && models.data && (number === null || published.data)
        ? { survey: survey.data, models: models.data.items, published: published.data ?? null }
        : undefined,
    isError: survey.isError || models.isError || published.isError,
    error: survey.error ?? models.error ?? published.error,
    refetch: () => Promise.all([survey.refetch(), models.refetch(), published.refetch()]),
  }
  return (
    <QueryStates query={query} skeleton={<EditorSkeleton />}>
      {data => {
        const model = data.models.find(({ key }) => key === data.survey.definition.factorModel.key)
        if (!model) throw new Error(`the factor model of the survey ${id} is unknown`)
        return (
          <>
            <title>{`${textIn(data.survey.title, screens, 'en')} · Sixfold`}</title>
            <Editor
              key={data.survey.id}
              survey={data.survey}
              model={model}
              published={data.published}
              address={address}
              language={language}
              onAddress={search => void navigate({ search, replace: true })}
              onPublished={version =>
                toast.done(say('publishedDone', { number: version }), {
                  label: say('launchWave'),
                  run: () => void navigate({ to: '/waves/new', search: { survey: id, version } }),
                })
              }
              links={
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
                  {number !== null && (
                    <Button
                      variant="subtle"
                      renderRoot={props => <Link {...props} to="/surveys/$id/versions" params={{ id }} />}
                    >
                      {say('history')}
                    </Button>
                  )}
                </>
              }
            />
          </>
        )
      }}
    </QueryStates>
  )
}
