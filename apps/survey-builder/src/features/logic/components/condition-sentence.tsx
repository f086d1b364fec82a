import { Button, SegmentedControl } from '@mantine/core'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Condition, Test } from '@sixfold/domain/survey/logic/condition'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { Fragment, useEffect, useMemo, useRef } from 'react'
import { useLogic } from '../logic-setting.ts'
import type { Before } from '../subject-choices.ts'
import { likelySubject, subjectChoices } from '../subject-choices.ts'
import { newTest } from '../test-draft.ts'
import { useNames } from '../use-names.ts'
import styles from './logic.module.css'
import { RuleFindings } from './rule-findings.tsx'
import { TestRow } from './test-row.tsx'

interface ConditionSentenceProps {
  /** How the sentence begins: "Show this question if". */
  begins: string
  /** What holds without a condition: "To everyone". */
  without: string
  condition: Condition | undefined
  before: Before
  /** Of this condition. */
  findings: readonly LogicFinding[]
  /** Null: no condition any more. */
  onChange: (condition: Condition | null) => void
}

/** A condition as a sentence that is built word by word; what is wrong with it stands beneath. */
export function ConditionSentence(props: ConditionSentenceProps) {
  const { begins, without, condition, before, findings, onChange } = props
  const logic = useLogic()
  const names = useNames(logic)
  const list = useRef<HTMLUListElement>(null)
  const awaited = useRef(0)
  const groups = useMemo(() => subjectChoices(names, before), [names, before])
  const { say } = names
  const tests = condition?.tests ?? []
  const join = condition?.join ?? 'all'
  // The keyboard goes on in a new test, once it is drawn.
  useEffect(() => {
    if (tests.length !== awaited.current) return
    awaited.current = 0
    list.current?.querySelector<HTMLElement>('li:last-of-type input')?.focus()
  }, [tests.length])
  const keep = (next: readonly Test[]) => onChange(next.length === 0 ? null : { join, tests: next })
  const add = () => {
    const subject = likelySubject(groups, tests)
    if (!subject) return
    awaited.current = tests.length + 1
    keep([...tests, newTest(subject, logic)])
  }
  if (tests.length === 0)
    return (
      <div className={styles.without}>
        <span>{without}</span>
        <Button variant="subtle" size="compact-sm" onClick={add}>
          {say('addCondition')}
        </Button>
      </div>
    )
  return (
    <fieldset className={styles.sentence}>
      <legend>{begins}</legend>
      {tests.length > 1 && (
        <SegmentedControl
          aria-label={say('join')}
          size="xs"
          fullWidth
          value={join}
          data={[
            { value: 'all', label: say('joinAll') },
            { value: 'any', label: say('joinAny') },
          ]}
          onChange={value => onChange({ join: value === 'any' ? 'any' : 'all', tests })}
        />
      )}
      <ul className={styles.tests} ref={list}>
        {tests.map((test, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a test has no name but its place
          <Fragment key={at}>
            {at > 0 && (
              <li className={styles.join} aria-hidden="true">
                {say(join === 'all' ? 'and' : 'or')}
              </li>
            )}
            <TestRow
              test={test}
              number={at + 1}
              groups={groups}
              findings={findings.filter(({ place }) => place.test === at)}
              onChange={next => keep(tests.with(at, next))}
              onRemove={() => keep(tests.toSpliced(at, 1))}
            />
          </Fragment>
        ))}
      </ul>
      <RuleFindings findings={findings.filter(({ place }) => place.test === undefined)} />
      <div className={styles.actions}>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={tests.length >= SURVEY_LIMITS.tests}
          onClick={add}
        >
          {say('addTest')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
          {say('removeCondition')}
        </Button>
      </div>
    </fieldset>
  )
}
