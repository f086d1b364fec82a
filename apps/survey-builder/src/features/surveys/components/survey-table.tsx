import type { Survey } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { formatInstant, formatQuarter } from '@sixfold/ui/format'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Link } from '@tanstack/react-router'
import { builderWords } from '../../../words/builder.ts'
import { importWords } from '../../../words/import.ts'
import { planWords } from '../../../words/plan.ts'

export function SurveyTable({ surveys }: { surveys: readonly Survey[] }) {
  const say = useSay(builderWords)
  const sayPlan = useSay(planWords)
  const sayImport = useSay(importWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={say('surveysTitle')}
      stacked
      rows={surveys}
      rowKey={survey => survey.id}
      columns={[
        {
          key: 'title',
          header: say('title'),
          rowHeader: true,
          cell: survey => (
            <Link to="/surveys/$id" params={{ id: survey.id }}>
              {textIn(survey.title, language, survey.languages[0] ?? 'en')}
            </Link>
          ),
        },
        { key: 'quarter', header: say('quarterColumn'), cell: survey => formatQuarter(survey.quarter) },
        { key: 'kind', header: say('kind'), cell: ({ kind }) => say(kind) },
        { key: 'state', header: say('state'), cell: survey => <SurveyState survey={survey} /> },
        {
          key: 'languages',
          header: say('languages'),
          cell: survey => survey.languages.map(one => one.toUpperCase()).join(', '),
        },
        {
          key: 'plan',
          header: sayPlan('plan'),
          cell: survey => (
            <Link
              to="/surveys/$id/plan"
              params={{ id: survey.id }}
              aria-label={sayPlan('planOf', {
                title: textIn(survey.title, language, survey.languages[0] ?? 'en'),
              })}
            >
              {sayPlan('plan')}
            </Link>
          ),
        },
        {
          key: 'file',
          header: sayImport('download'),
          cell: survey => (
            <a
              href={`/api/surveys/${survey.id}/export.json`}
              download
              aria-label={`${sayImport('asFile')}: ${textIn(survey.title, language, survey.languages[0] ?? 'en')}`}
            >
              {sayImport('asFile')}
            </a>
          ),
        },
        {
          key: 'saved',
          header: say('saved'),
          cell: survey =>
            say('savedBy', { at: formatInstant(survey.updatedAt, language), by: survey.updatedBy }),
        },
      ]}
    />
  )
}

function SurveyState({ survey: { latestVersion, changedSincePublished } }: { survey: Survey }) {
  const say = useSay(builderWords)
  if (latestVersion === null) return <Badge>{say('draft')}</Badge>
  const number = { number: latestVersion }
  return changedSincePublished ? (
    <Badge tone="attention">{say('changedSince', number)}</Badge>
  ) : (
    <Badge tone="good">{say('version', number)}</Badge>
  )
}
