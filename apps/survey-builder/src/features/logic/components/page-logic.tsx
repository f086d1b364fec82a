import type { Page } from '@sixfold/domain/survey/definition'
import { useSay } from '@sixfold/ui/parts/language'
import { useCallback } from 'react'
import { logicWords } from '../../../words/logic.ts'
import { useLogic } from '../logic-setting.ts'
import type { Before } from '../subject-choices.ts'
import { ConditionSentence } from './condition-sentence.tsx'
import { JumpRules } from './jump-rules.tsx'
import styles from './logic.module.css'
import { RuleFindings } from './rule-findings.tsx'

/** Who comes to a page, and where it leads. */
export function PageLogic({ page }: { page: Page }) {
  const say = useSay(logicWords)
  const { definition, findings, edit } = useLogic()
  const own = definition.pages.findIndex(({ id }) => id === page.id)
  const before = useCallback<Before>(({ pageAt }) => pageAt < own, [own])
  const here = findings.filter(({ place }) => place.page === page.id && place.question === undefined)
  return (
    <>
      <section className={styles.section}>
        <h3>{say('shown')}</h3>
        <ConditionSentence
          begins={say('showPageIf')}
          without={say('shownToAll')}
          condition={page.showIf}
          before={before}
          findings={here.filter(({ place }) => place.setting === 'showIf')}
          onChange={value => edit({ op: 'set-page-setting', page: page.id, setting: 'showIf', value })}
        />
        <RuleFindings findings={here.filter(({ place }) => place.setting === undefined)} />
      </section>
      <section className={styles.section}>
        <h3>{say('after')}</h3>
        <JumpRules page={page} at={own} findings={here.filter(({ place }) => place.setting === 'jumps')} />
      </section>
    </>
  )
}
