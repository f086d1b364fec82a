import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { DataTable } from '@sixfold/ui/parts/data-table'
import { Lamp } from '@sixfold/ui/parts/lamp'
import type { ReactNode } from 'react'
import { findingWords } from '../finding-words.ts'
import type { LogicSetting } from '../logic-setting.ts'
import { rowName, ruleWords } from '../map/row-words.ts'
import { rulesOf } from '../map/rules.ts'
import type { Names } from '../names.ts'
import { useNames } from '../use-names.ts'
import type { MapAddress } from './logic-map.tsx'
import styles from './map.module.css'

interface LogicTableProps {
  caption: string
  setting: LogicSetting
  findings: readonly LogicFinding[]
  link: (address: MapAddress, name: string) => ReactNode
}

interface Line {
  key: string
  page: string
  question: string | null
  rule: string
  findings: readonly LogicFinding[]
}

/** The map in words: each rule with where it stands and what is wrong with it. */
export function LogicTable({ caption, setting, findings, link }: LogicTableProps) {
  const names = useNames(setting)
  const { say } = names
  return (
    <DataTable
      caption={caption}
      rows={linesOf(setting, findings, names)}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'where',
          header: say('columnWhere'),
          rowHeader: true,
          width: '34%',
          cell: ({ page, question }) =>
            link(
              question === null ? { page } : { question },
              rowName({ kind: question === null ? 'page' : 'question', page, question, left: 0 }, names),
            ),
        },
        { key: 'rule', header: say('columnRule'), cell: ({ rule }) => rule },
        {
          key: 'state',
          header: say('columnState'),
          width: '30%',
          cell: line =>
            line.findings.length === 0 ? (
              <Lamp tone="good">{say('stateGood')}</Lamp>
            ) : (
              <ul className={styles.faults}>
                {line.findings.map(finding => (
                  <li key={JSON.stringify(finding)}>
                    <Lamp tone={finding.severity === 'stops' ? 'problem' : 'attention'}>
                      {findingWords(finding, names)}
                    </Lamp>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

/** A line for each rule, and one for each place that nobody comes to without a rule of its own being wrong. */
function linesOf({ definition }: LogicSetting, findings: readonly LogicFinding[], names: Names): Line[] {
  const rules = rulesOf(definition, findings).map(rule => ({ ...rule, rule: ruleWords(rule, names) }))
  const told = new Set(rules.flatMap(rule => rule.findings))
  const others = findings
    .filter(finding => !finding.code.startsWith('pipe_') && !told.has(finding))
    .map(finding => ({
      key: JSON.stringify(finding),
      page: finding.place.page ?? '',
      question: finding.place.question ?? null,
      rule: '',
      findings: [finding],
    }))
  return [...rules, ...others]
}
