import { ActionIcon, Select } from '@mantine/core'
import type { Test } from '@sixfold/domain/survey/logic/condition'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { subjectKey } from '@sixfold/domain/survey/logic/possible'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useLogic } from '../logic-setting.ts'
import { howName, testableAt } from '../sentence.ts'
import type { SubjectGroup } from '../subject-choices.ts'
import { strayChoice } from '../subject-choices.ts'
import { isPresence, kindsFor, withKind, withSubject } from '../test-draft.ts'
import { useNames } from '../use-names.ts'
import { isList } from '../value-choices.ts'
import styles from './logic.module.css'
import { RuleFindings } from './rule-findings.tsx'
import { ValueField } from './value-field.tsx'

interface TestRowProps {
  test: Test
  /** From 1. */
  number: number
  groups: readonly SubjectGroup[]
  findings: readonly LogicFinding[]
  onChange: (test: Test) => void
  onRemove: () => void
}

/** One test of a sentence: what it looks at, how, and with which value. */
export function TestRow({ test, number, groups, findings, onChange, onRemove }: TestRowProps) {
  const logic = useLogic()
  const names = useNames(logic)
  const faults = useId()
  const { say } = names
  const offered = groups.flatMap(({ items }) => items)
  const key = subjectKey(test.subject)
  const stray = offered.some(({ value }) => value === key) ? [] : [strayChoice(test.subject, names)]
  const kinds = kindsFor(test.subject, testableAt(test.subject, logic) ?? { kind: 'presence' })
  const offeredKinds = kinds.includes(test.is) ? kinds : [...kinds, test.is]
  const faulty = findings.length > 0
  return (
    <li className={styles.test} aria-label={say('test', { n: number })}>
      <div className={styles.subject}>
        <Select
          aria-label={say('testSubject', { n: number })}
          aria-describedby={faults}
          error={faulty}
          data={[
            ...stray,
            ...groups.map(({ group, items }) => ({
              group,
              items: items.map(({ value, label }) => ({ value, label })),
            })),
          ]}
          value={key}
          searchable
          limit={200}
          allowDeselect={false}
          nothingFoundMessage={say('insertNothing')}
          maxDropdownHeight={320}
          onChange={value => {
            const chosen = offered.find(choice => choice.value === value)
            if (chosen) onChange(withSubject(test, chosen.subject, logic))
          }}
        />
        <ActionIcon aria-label={say('removeTest', { n: number })} onClick={onRemove}>
          <IconX size={16} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div className={styles.comparison} data-wide={isPresence(test.is) || isList(test, names) || undefined}>
        <Select
          aria-label={say('testKind', { n: number })}
          aria-describedby={faults}
          data={offeredKinds.map(is => ({ value: is, label: howName(is, test.subject, names) }))}
          value={test.is}
          allowDeselect={false}
          onChange={value => {
            const is = offeredKinds.find(kind => kind === value)
            if (is) onChange(withKind(test, is, logic))
          }}
        />
        {!isPresence(test.is) && (
          <ValueField
            key={`${key} ${test.is}`}
            test={test}
            label={say('testValue', { n: number })}
            describedBy={faults}
            faulty={faulty}
            onChange={values => onChange({ ...test, values })}
          />
        )}
      </div>
      <RuleFindings id={faults} findings={findings} />
    </li>
  )
}
