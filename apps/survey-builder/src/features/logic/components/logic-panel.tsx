import type { Language } from '@sixfold/domain/local-text'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import { logicFindings } from '@sixfold/domain/survey/logic/findings'
import { placesOf } from '@sixfold/domain/survey/logic/places'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Question } from '@sixfold/domain/survey/question'
import type { ReactNode } from 'react'
import { useDeferredValue, useMemo } from 'react'
import type { LogicEditing } from '../logic-setting.ts'
import { LogicContext } from '../logic-setting.ts'
import styles from './logic.module.css'
import { PageLogic } from './page-logic.tsx'
import { QuestionLogic } from './question-logic.tsx'

interface LogicPanelProps {
  definition: SurveyDefinition
  /** In which the survey's texts are shown. */
  language: Language
  regions: LogicEditing['regions']
  edit: (operation: SurveyOperation) => void
  /** What is selected. */
  of: { question: Question } | { page: Page }
  /** Leads to the map. */
  map: ReactNode
}

/** The logic of what is selected in the editor. */
export function LogicPanel({ definition, language, regions, edit, of, map }: LogicPanelProps) {
  const settled = useDeferredValue(definition)
  const findings = useMemo(() => logicFindings(settled), [settled])
  const places = useMemo(() => placesOf(definition), [definition])
  const logic = useMemo(
    () => ({ definition, places, language, regions, findings, edit }),
    [definition, places, language, regions, findings, edit],
  )
  return (
    <LogicContext value={logic}>
      <div className={styles.panel}>
        {'question' in of ? <QuestionLogic question={of.question} /> : <PageLogic page={of.page} />}
        <div>{map}</div>
      </div>
    </LogicContext>
  )
}
