import type { VersionHead } from '@sixfold/contract/surveys'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { formatInstant } from '@sixfold/ui/format'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { QueryStates } from '@sixfold/ui/parts/query-states'
import { Sheet } from '@sixfold/ui/parts/sheet'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { changeWords, versionWords } from '../../../words/versions.ts'
import { said } from '../naming.ts'
import { versionQuery } from '../queries.ts'
import styles from './versions.module.css'

interface VersionSheetProps {
  version: VersionHead
  actions: ReactNode
}

const order: readonly QuestionChange[] = ['reworded', 'new', 'dropped', 'same']

/** One version: when, by whom, and what its author said of each question. */
export function VersionSheet({ version, actions }: VersionSheetProps) {
  const say = useSay(versionWords)
  const sayChange = useSay(changeWords)
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const changes = Object.values(version.changes)
  const counts = order
    .map(change => ({ change, n: changes.filter(one => one === change).length }))
    .filter(({ n }) => n > 0)
  return (
    <Sheet
      title={say('version', { number: version.number })}
      aside={<span className={styles.actions}>{actions}</span>}
    >
      <p className={styles.facts}>
        {say('published', { at: formatInstant(version.publishedAt, language), by: version.publishedBy })}
        {'. '}
        {counts.map(({ change, n }) => say('count', { n, change: sayChange(change) })).join(', ')}
      </p>
      <details className={styles.details} onToggle={event => setOpened(event.currentTarget.open)}>
        <summary>{say('questions')}</summary>
        {opened && <VersionQuestions version={version} />}
      </details>
    </Sheet>
  )
}

function VersionQuestions({ version }: { version: VersionHead }) {
  const say = useSay(versionWords)
  const sayChange = useSay(changeWords)
  const { language: screens } = useLanguage()
  const { surveyId, number, before, changes, continues } = version
  const asked = useQuery(versionQuery(surveyId, number))
  const earlier = useQuery({
    ...versionQuery(before?.surveyId ?? surveyId, before?.number ?? number),
    enabled: before !== null,
  })
  return (
    <QueryStates query={before && !earlier.data ? earlier : asked}>
      {() => {
        if (!asked.data) return null
        const now = asked.data
        const textOf = (side: typeof now | undefined, id: string | undefined) => {
          const question = side && id !== undefined ? placeOf(side.definition, id)?.question : undefined
          return side && question ? said(question.text, side, { say, screens }) : ''
        }
        const rows = order.flatMap(change =>
          Object.entries(changes)
            .filter(([, one]) => one === change)
            .map(([id]) => ({
              id,
              change,
              now: textOf(now, id),
              before: textOf(earlier.data, continues[id] ?? id),
              continued: continues[id] !== undefined,
            })),
        )
        return (
          <DataTable
            caption={say('questionsOf', { number })}
            rows={rows}
            rowKey={row => row.id}
            columns={[
              {
                key: 'question',
                header: say('question'),
                rowHeader: true,
                cell: row => (
                  <span className={styles.text}>
                    {row.now || row.before || row.id}
                    {row.change === 'reworded' && row.before && (
                      <del className={styles.earlier}>{row.before}</del>
                    )}
                    {row.continued && (
                      <span className={styles.earlier}>{say('continues', { text: row.before })}</span>
                    )}
                  </span>
                ),
              },
              {
                key: 'change',
                header: say('againstBefore'),
                cell: row => <Badge>{sayChange(row.change)}</Badge>,
              },
            ]}
          />
        )
      }}
    </QueryStates>
  )
}
