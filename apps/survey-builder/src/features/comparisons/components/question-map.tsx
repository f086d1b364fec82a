import { Button, Select } from '@mantine/core'
import type { ComparisonView } from '@sixfold/contract/comparisons'
import { textIn } from '@sixfold/domain/local-text'
import { can } from '@sixfold/domain/permissions'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { FailureNotice } from '@sixfold/ui/parts/failure-notice'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useSession } from '@sixfold/ui/session'
import { useState } from 'react'
import { comparisonWords } from '../../../words/comparisons.ts'
import { useJudge } from '../queries.ts'
import type { MapRow } from '../question-map.ts'
import { JUDGEMENTS, judgedOf, mapRows } from '../question-map.ts'
import styles from './comparisons.module.css'

/** Which questions of the two surveys stand for each other, and how; to be judged by those who make surveys. */
export function QuestionMap({ comparison }: { comparison: ComparisonView }) {
  const say = useSay(comparisonWords)
  const { language } = useLanguage()
  const actor = useSession().data?.actor
  const mayJudge = actor !== undefined && can(actor, 'survey.edit', { regionId: null })
  const [rows, setRows] = useState(() => mapRows(comparison))
  const judge = useJudge()
  const firstTexts = new Map(
    [...comparison.items.map(({ firstItem }) => firstItem), ...comparison.unlinked.first].map(item => [
      item.key,
      textIn(item.text, language, 'en'),
    ]),
  )
  const put = (key: string, change: Partial<MapRow>) =>
    setRows(before => before.map(row => (row.key === key ? { ...row, ...change } : row)))
  const taken = new Set(rows.flatMap(({ first }) => first ?? []))
  const { first, second, mapRevision } = comparison
  const textOf = ({ text }: MapRow) => textIn(text, language, 'en')
  const wordingOf = ({ judged, auto }: MapRow) => say(judged ? `judged.${judged}` : (auto ?? 'auto.none'))
  return (
    <Sheet title={say('map')}>
      <p className={styles.summary}>{say('mapText')}</p>
      <details className={styles.details} open={comparison.factors.length === 0}>
        <summary>{say('showMap', { count: rows.length })}</summary>
        <DataTable
          caption={say('map')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'second',
              header: say('secondQuestion'),
              rowHeader: true,
              cell: row => <span className={styles.question}>{textOf(row)}</span>,
            },
            {
              key: 'first',
              header: say('standsFor'),
              cell: row =>
                mayJudge ? (
                  <div className={styles.choice}>
                    <Select
                      aria-label={say('ofFirst', { question: textOf(row) })}
                      placeholder={say('nothingElse')}
                      data={[...firstTexts]
                        .filter(([key]) => key === row.first || !taken.has(key))
                        .map(([value, label]) => ({ value, label }))}
                      value={row.first}
                      searchable
                      clearable={row.first !== row.autoFirst}
                      onChange={key =>
                        put(row.key, {
                          first: key ?? null,
                          judged: key === null || key === row.autoFirst ? null : (row.judged ?? 'equivalent'),
                        })
                      }
                    />
                  </div>
                ) : (
                  (firstTexts.get(row.first ?? '') ?? say('nothingElse'))
                ),
            },
            {
              key: 'wording',
              header: say('wording'),
              cell: row =>
                mayJudge && row.first !== null ? (
                  <div className={styles.choice}>
                    <Select
                      aria-label={say('ofWording', { question: textOf(row) })}
                      data={[
                        ...(row.first === row.autoFirst && row.auto
                          ? [{ value: 'auto', label: say(row.auto) }]
                          : []),
                        ...JUDGEMENTS.map(value => ({ value, label: say(`judged.${value}`) })),
                      ]}
                      value={row.judged ?? 'auto'}
                      allowDeselect={false}
                      onChange={value =>
                        put(row.key, { judged: JUDGEMENTS.find(one => one === value) ?? null })
                      }
                    />
                  </div>
                ) : (
                  wordingOf(row)
                ),
            },
          ]}
        />
        <div className={styles.foot}>
          {mayJudge ? (
            <Button
              variant="filled"
              loading={judge.isPending}
              onClick={() =>
                judge.mutate({
                  first: { surveyId: first.survey.id, version: first.survey.version },
                  second: { surveyId: second.survey.id, version: second.survey.version },
                  revision: mapRevision ?? 0,
                  links: judgedOf(rows),
                })
              }
            >
              {say('save')}
            </Button>
          ) : (
            <span className={styles.hidden}>{say('mapReading')}</span>
          )}
          {judge.isSuccess && <span role="status">{say('saved')}</span>}
        </div>
        {judge.error && <FailureNotice error={judge.error} />}
      </details>
    </Sheet>
  )
}
