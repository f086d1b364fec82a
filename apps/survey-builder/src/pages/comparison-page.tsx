import { Button, Select } from '@mantine/core'
import { textIn } from '@sixfold/domain/local-text'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { PageHeader } from '@sixfold/ui/parts/page-header'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import styles from '../features/versions/components/differences.module.css'
import { Differences } from '../features/versions/components/differences.tsx'
import type { VersionName } from '../features/versions/use-comparison.ts'
import { useComparison } from '../features/versions/use-comparison.ts'
import { versionWords } from '../words/versions.ts'
import { useSides } from './use-sides.ts'

/** `/surveys/<id>/versions/compare?from=1&to=draft`: what is different between any two versions, or a version and the draft. */
export function ComparisonPage() {
  const say = useSay(versionWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/pages/surveys/$id/versions/compare' })
  const search = useSearch({ from: '/pages/surveys/$id/versions/compare' })
  const navigate = useNavigate({ from: '/surveys/$id/versions/compare' })
  const { query, names, from, to, verdicts } = useComparison(id, search)
  const naming = useSides(query.data)
  const choose = (next: { from?: VersionName | undefined; to?: VersionName | undefined }) =>
    void navigate({ search: { from, to, ...next }, replace: true })
  const choices = names.map(({ name, number }) => ({
    value: String(name),
    label:
      name === 'draft'
        ? say('draft')
        : name === 'before'
          ? say('beforeThis', { number })
          : say('version', { number }),
  }))
  const nameOf = (value: string | null) => names.find(({ name }) => String(name) === value)?.name
  return (
    <QueryStates query={query}>
      {({ survey, before, after }) => (
        <>
          <PageHeader
            title={say('changesOf', { title: textIn(survey.title, language, 'en') })}
            actions={
              <Button renderRoot={props => <Link {...props} to="/surveys/$id/versions" params={{ id }} />}>
                {say('versions')}
              </Button>
            }
          />
          {!before || !after ? (
            <EmptyState title={say('needsTwo')}>{say('needsTwoText')}</EmptyState>
          ) : (
            <>
              <div className={styles.choice}>
                <Select
                  label={say('from')}
                  data={choices}
                  value={String(from)}
                  allowDeselect={false}
                  onChange={value => choose({ from: nameOf(value) })}
                />
                <Select
                  label={say('to')}
                  data={choices}
                  value={String(to)}
                  allowDeselect={false}
                  onChange={value => choose({ to: nameOf(value) })}
                />
                <Button
                  leftSection={<IconArrowsExchange size={16} stroke={1.5} aria-hidden="true" />}
                  onClick={() => choose({ from: to, to: from })}
                >
                  {say('swap')}
                </Button>
              </div>
              <Sheet label={say('change')}>
                {naming && <Differences naming={naming} verdicts={verdicts} />}
              </Sheet>
            </>
          )}
        </>
      )}
    </QueryStates>
  )
}
