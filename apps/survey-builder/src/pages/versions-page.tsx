import { Button } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { VersionSheet } from '../features/editor/components/version-sheet.tsx'
import { draftQuery, versionQuery } from '../features/editor/queries.ts'
import { editorWords } from '../words/editor.ts'

/** `/surveys/<id>/versions`: what was published when, and what became of each question. */
export function VersionsPage() {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/versions' })
  const survey = useQuery(draftQuery(id))
  const numbers = Array.from({ length: survey.data?.latestVersion ?? 0 }, (_, at) => at + 1).reverse()
  const versions = useQueries({ queries: numbers.map(number => versionQuery(id, number)) })
  return (
    <QueryStates query={survey}>
      {({ title }) => (
        <>
          <PageHeader
            title={say('versionsOf', { title: textIn(title, language, 'en') })}
            actions={
              <Button renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
                {say('openDraft')}
              </Button>
            }
          />
          {numbers.length === 0 && <EmptyState title={say('noVersions')}>{say('noVersionsText')}</EmptyState>}
          {versions.map((version, at) => (
            <QueryStates key={numbers[at]} query={version}>
              {data => (
                <VersionSheet
                  version={data}
                  before={versions[at + 1]?.data ?? null}
                  launch={
                    <Button
                      size="xs"
                      renderRoot={props => (
                        <Link {...props} to="/waves/new" search={{ survey: id, version: data.number }} />
                      )}
                    >
                      {say('launchWave')}
                    </Button>
                  }
                />
              )}
            </QueryStates>
          ))}
        </>
      )}
    </QueryStates>
  )
}
