import { Button } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { Lamp } from '@sixfold/ui/parts/lamp'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { VersionSheet } from '../features/versions/components/version-sheet.tsx'
import styles from '../features/versions/components/versions.module.css'
import { draftQuery, versionsQuery } from '../features/versions/queries.ts'
import { versionWords } from '../words/versions.ts'

/** `/surveys/<id>/versions`: what was published when, and what became of each question. */
export function VersionsPage() {
  const say = useSay(versionWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/versions' })
  const survey = useQuery(draftQuery(id))
  const versions = useQuery(versionsQuery(id))
  const actor = useSession().data?.actor
  const mayLaunch = actor !== undefined && can(actor, 'wave.launch')
  return (
    <QueryStates query={survey}>
      {({ title, latestVersion, changedSincePublished }) => (
        <>
          <PageHeader
            title={say('versionsOf', { title: textIn(title, language, 'en') })}
            lead={say('versionsLead')}
            actions={
              <Button renderRoot={props => <Link {...props} to="/surveys/$id" params={{ id }} />}>
                {say('openDraft')}
              </Button>
            }
          />
          <QueryStates
            query={versions}
            isEmpty={({ items }) => items.length === 0}
            empty={<EmptyState title={say('none')}>{say('noneText')}</EmptyState>}
          >
            {({ items }) => (
              <div className={styles.list}>
                {latestVersion !== null && (
                  <Sheet label={say('draft')}>
                    <div className={styles.draft}>
                      <Lamp tone={changedSincePublished ? 'attention' : 'good'}>
                        {say(changedSincePublished ? 'draftChanged' : 'draftSame', { number: latestVersion })}
                      </Lamp>
                      {changedSincePublished && (
                        <Compare id={id} from={latestVersion} to="draft" label={say('compare')} />
                      )}
                    </div>
                  </Sheet>
                )}
                {items.map(version => (
                  <VersionSheet
                    key={version.number}
                    version={version}
                    actions={
                      <>
                        {version.number > 1 ? (
                          <Compare
                            id={id}
                            from={version.number - 1}
                            to={version.number}
                            label={say('compare')}
                          />
                        ) : (
                          version.before && (
                            <Compare id={id} from="before" to={1} label={say('compareFirst')} />
                          )
                        )}
                        {mayLaunch && (
                          <Button
                            size="xs"
                            renderRoot={props => (
                              <Link
                                {...props}
                                to="/waves/new"
                                search={{ survey: id, version: version.number }}
                              />
                            )}
                          >
                            {say('launch')}
                          </Button>
                        )}
                      </>
                    }
                  />
                ))}
              </div>
            )}
          </QueryStates>
        </>
      )}
    </QueryStates>
  )
}

interface CompareProps {
  id: string
  from: number | 'before'
  to: number | 'draft'
  label: string
}

function Compare({ id, from, to, label }: CompareProps) {
  return (
    <Button
      size="xs"
      renderRoot={props => (
        <Link {...props} to="/surveys/$id/versions/compare" params={{ id }} search={{ from, to }} />
      )}
    >
      {label}
    </Button>
  )
}
