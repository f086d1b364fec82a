import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { LampShape } from '@sixfold/ui/parts/lamp'
import { findingWords } from '../finding-words.ts'
import { useLogic } from '../logic-setting.ts'
import { useNames } from '../use-names.ts'
import styles from './logic.module.css'

/** What is wrong at one place, said as soon as it is. The place stays when it is empty, so that screen readers hear of it. */
export function RuleFindings({ id, findings }: { id?: string; findings: readonly LogicFinding[] }) {
  const names = useNames(useLogic())
  return (
    <div className={styles.findings} id={id} role="status">
      {findings.map(finding => (
        <p key={JSON.stringify(finding)} className={styles.finding} data-severity={finding.severity}>
          <LampShape tone={finding.severity === 'stops' ? 'problem' : 'attention'} />
          <span>{findingWords(finding, names)}</span>
        </p>
      ))}
    </div>
  )
}
