import { differencesBetween } from '@sixfold/domain/survey/difference'
import type { Continues, QuestionChanges } from '@sixfold/domain/survey/versions'
import { EmptyState } from '@sixfold/ui/parts/empty-state'
import type { Naming } from '../naming.ts'
import { DifferenceItem } from './difference-item.tsx'
import styles from './differences.module.css'

interface DifferencesProps {
  naming: Naming
  /** What the author of the later one said, where it was made on the earlier one. */
  verdicts: { changes: QuestionChanges; continues: Continues } | null
}

/** Everything that is different between two versions, in the order in which a customer meets it. */
export function Differences({ naming, verdicts }: DifferencesProps) {
  const { say, before, after } = naming
  const differences = differencesBetween(before.definition, after.definition, verdicts?.continues)
  if (differences.length === 0) return <EmptyState title={say('equal')}>{say('equalText')}</EmptyState>
  return (
    <>
      <p className={styles.count}>{say('differences', { n: differences.length })}</p>
      <ol className={styles.list}>
        {differences.map(difference => (
          <DifferenceItem
            key={
              difference.of === 'survey'
                ? 'survey'
                : difference.of === 'page'
                  ? `page ${difference.page.id}`
                  : `question ${difference.question.id}`
            }
            difference={difference}
            naming={naming}
            verdict={difference.of === 'question' ? verdicts?.changes[difference.question.id] : undefined}
          />
        ))}
      </ol>
    </>
  )
}
