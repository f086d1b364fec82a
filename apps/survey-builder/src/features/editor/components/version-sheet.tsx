import type { SurveyVersion } from '@sixfold/contract/surveys'
import { textIn } from '@sixfold/domain/local-text'
import { placeOf } from '@sixfold/domain/survey/undo'
import type { QuestionChange } from '@sixfold/domain/survey/versions'
import { formatInstant } from '@sixfold/ui/format'
import { Badge } from '@sixfold/ui/parts/badge'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { useLanguage, useSay } from '@sixfold/ui/parts/language'
import { Sheet } from '@sixfold/ui/parts/sheet'
import type { ReactNode } from 'react'
import { editorWords } from '../../../words/editor.ts'
import styles from './versions.module.css'

interface VersionSheetProps {
  version: SurveyVersion
  /** The version before, for the words of what was dropped or reworded. */
  before: SurveyVersion | null
  launch: ReactNode
}

const order: readonly QuestionChange[] = ['reworded', 'new', 'dropped', 'same']

/** One version: when, by whom, and what became of each question. */
export function VersionSheet({ version, before, launch }: VersionSheetProps) {
  const say = useSay(editorWords)
  const { language } = useLanguage()
  const rows = order.flatMap(change =>
    Object.entries(version.changes)
      .filter(([, one]) => one === change)
      .map(([id]) => ({
        id,
        change,
        now: placeOf(version.definition, id)?.question.text,
        earlier: before ? placeOf(before.definition, id)?.question.text : undefined,
      })),
  )
  const count = (change: QuestionChange) => rows.filter(row => row.change === change).length
  return (
    <div className={styles.version}>
      <Sheet title={say('version', { number: version.number })} aside={launch}>
        <p className={styles.facts}>
          {say('publishedAt', { at: formatInstant(version.publishedAt, language), by: version.publishedBy })}
          {'. '}
          {order
            .filter(change => count(change) > 0)
            .map(change => `${count(change)} ${say(change)}`)
            .join(', ')}
        </p>
        <details className={styles.details}>
          <summary>{say('showQuestions')}</summary>
          <DataTable
            caption={say('changesTable', { number: version.number })}
            rows={rows}
            rowKey={row => row.id}
            columns={[
              {
                key: 'question',
                header: say('question'),
                rowHeader: true,
                cell: ({ change, now, earlier }) => (
                  <span className={styles.text}>
                    {textIn(now ?? earlier, language, 'en')}
                    {change === 'reworded' && earlier && (
                      <del className={styles.earlier}>{textIn(earlier, language, 'en')}</del>
                    )}
                  </span>
                ),
              },
              {
                key: 'change',
                header: say('change'),
                cell: ({ change }) => <Badge>{say(change)}</Badge>,
              },
            ]}
          />
        </details>
      </Sheet>
    </div>
  )
}
