import { Switch } from '@mantine/core'
import type { Question } from '@sixfold/domain/survey/question'
import { useSay } from '@sixfold/ui/parts/language'
import { useCallback } from 'react'
import { logicWords } from '../../../words/logic.ts'
import { useLogic } from '../logic-setting.ts'
import type { Before } from '../subject-choices.ts'
import { ConditionSentence } from './condition-sentence.tsx'
import styles from './logic.module.css'
import { RuleFindings } from './rule-findings.tsx'

/** Who is asked a question, and who must answer it. */
export function QuestionLogic({ question }: { question: Question }) {
  const say = useSay(logicWords)
  const { places, findings, edit } = useLogic()
  const own = places.get(question.id)?.at ?? 0
  const before = useCallback<Before>(({ at }) => at < own, [own])
  const here = findings.filter(({ place }) => place.question === question.id)
  const set = (setting: 'showIf' | 'requireIf') => (value: Question['showIf'] | null) =>
    edit({ op: 'set-setting', question: question.id, setting, value: value ?? null })
  return (
    <>
      <section className={styles.section}>
        <h3>{say('shown')}</h3>
        <ConditionSentence
          begins={say('showQuestionIf')}
          without={say('shownToAll')}
          condition={question.showIf}
          before={before}
          findings={here.filter(({ place }) => place.setting === 'showIf')}
          onChange={set('showIf')}
        />
        <RuleFindings findings={here.filter(({ place }) => place.setting === undefined)} />
      </section>
      {question.kind !== 'statement' && (
        <section className={styles.section}>
          <h3>{say('required')}</h3>
          <Switch
            label={say('requiredAlways')}
            labelPosition="left"
            checked={question.required}
            onChange={event =>
              edit({ op: 'set-required', question: question.id, required: event.currentTarget.checked })
            }
            classNames={{ body: styles.switch ?? '' }}
          />
          {(!question.required || question.requireIf) && (
            <ConditionSentence
              begins={say('requireIf')}
              without={say('requiredNever')}
              condition={question.requireIf}
              before={before}
              findings={here.filter(({ place }) => place.setting === 'requireIf')}
              onChange={set('requireIf')}
            />
          )}
        </section>
      )}
    </>
  )
}
