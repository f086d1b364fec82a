import { ActionIcon, Button, Select } from '@mantine/core'
import type { Page } from '@sixfold/domain/survey/definition'
import { SURVEY_LIMITS } from '@sixfold/domain/survey/limits'
import type { Jump } from '@sixfold/domain/survey/logic/condition'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useLogic } from '../logic-setting.ts'
import { pageName } from '../names.ts'
import { targetName } from '../sentence.ts'
import type { Before } from '../subject-choices.ts'
import { likelySubject, subjectChoices } from '../subject-choices.ts'
import { newTest } from '../test-draft.ts'
import { useNames } from '../use-names.ts'
import { ConditionSentence } from './condition-sentence.tsx'
import styles from './logic.module.css'
import { RuleFindings } from './rule-findings.tsx'

const END = 'end'

interface JumpRulesProps {
  page: Page
  /** The page's place, from 0. */
  at: number
  findings: readonly LogicFinding[]
}

/** The rules at the end of a page: where it leads for whom. */
export function JumpRules({ page, at, findings }: JumpRulesProps) {
  const logic = useLogic()
  const names = useNames(logic)
  const { say } = names
  const before = useCallback<Before>(({ pageAt }) => pageAt <= at, [at])
  const jumps = page.jumps ?? []
  const keep = (next: readonly Jump[]) =>
    logic.edit({
      op: 'set-page-setting',
      page: page.id,
      setting: 'jumps',
      value: next.length === 0 ? null : next,
    })
  const add = () => {
    const subject = likelySubject(subjectChoices(names, before), [])
    const tests = subject ? [newTest(subject, logic)] : []
    keep([...jumps, { when: { join: 'all', tests }, to: 'end' }])
  }
  const isLast = at === logic.definition.pages.length - 1
  return (
    <>
      {jumps.length === 0 && <p className={styles.quiet}>{say(isLast ? 'afterEnd' : 'afterNext')}</p>}
      {jumps.length > 0 && (
        <ol className={styles.jumps}>
          {jumps.map((jump, place) => (
            <JumpRule
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
              key={place}
              jump={jump}
              number={place + 1}
              pageAt={at}
              before={before}
              findings={findings.filter(finding => finding.place.jump === place)}
              onChange={next => keep(jumps.with(place, next))}
              onRemove={() => keep(jumps.toSpliced(place, 1))}
              onUp={place === 0 ? null : () => keep(swapped(jumps, place - 1))}
              onDown={place === jumps.length - 1 ? null : () => keep(swapped(jumps, place))}
            />
          ))}
        </ol>
      )}
      {jumps.length > 0 && (
        <p className={styles.quiet}>
          {jumps.length > 1 && say('firstHolds')} {say('otherwise')}
        </p>
      )}
      <Button
        className={styles.add ?? ''}
        variant="subtle"
        size="compact-sm"
        disabled={jumps.length >= SURVEY_LIMITS.jumps}
        onClick={add}
      >
        {say('addRule')}
      </Button>
    </>
  )
}

interface JumpRuleProps {
  jump: Jump
  /** From 1. */
  number: number
  pageAt: number
  before: Before
  findings: readonly LogicFinding[]
  onChange: (jump: Jump) => void
  onRemove: () => void
  onUp: (() => void) | null
  onDown: (() => void) | null
}

function JumpRule({
  jump,
  number,
  pageAt,
  before,
  findings,
  onChange,
  onRemove,
  onUp,
  onDown,
}: JumpRuleProps) {
  const logic = useLogic()
  const names = useNames(logic)
  const { say } = names
  const later = logic.definition.pages.flatMap((page, at) =>
    at > pageAt ? [{ value: page.id, label: pageName(page, at, names) }] : [],
  )
  const target = jump.to === 'end' ? END : jump.to.page
  const stray = target === END || later.some(({ value }) => value === target)
  const ofRule = findings.filter(({ code }) => WHOLE_RULE.has(code))
  return (
    <li className={styles.jump} aria-label={say('rule', { n: number })}>
      <header className={styles.jumpHead}>
        <h4>{say('rule', { n: number })}</h4>
        {onUp && (
          <ActionIcon aria-label={say('ruleUp', { n: number })} onClick={onUp}>
            <IconArrowUp size={16} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        )}
        {onDown && (
          <ActionIcon aria-label={say('ruleDown', { n: number })} onClick={onDown}>
            <IconArrowDown size={16} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        )}
        <ActionIcon aria-label={say('removeRule', { n: number })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </header>
      <ConditionSentence
        begins={say('ruleIf')}
        without={say('ruleAlways')}
        condition={jump.when}
        before={before}
        findings={findings.filter(({ code }) => !WHOLE_RULE.has(code))}
        onChange={when => onChange({ ...jump, when: when ?? { join: 'all', tests: [] } })}
      />
      <Select
        label={say('goTo')}
        error={ofRule.length > 0}
        data={[
          ...(stray ? [] : [{ value: target, label: targetName(jump.to, names) }]),
          ...later,
          { value: END, label: say('theEnd') },
        ]}
        value={target}
        allowDeselect={false}
        onChange={value =>
          onChange({ ...jump, to: value === null || value === END ? 'end' : { page: value } })
        }
      />
      <RuleFindings findings={ofRule} />
    </li>
  )
}

/** Faults of where a rule leads, not of its condition. */
const WHOLE_RULE: ReadonlySet<string> = new Set(['unknown_page', 'backward_jump', 'idle_jump'])

/** The list with the thing at `at` and the one after it changed about. */
function swapped(jumps: readonly Jump[], at: number): Jump[] {
  const [first, second] = jumps.slice(at, at + 2)
  return first && second ? jumps.toSpliced(at, 2, second, first) : [...jumps]
}
