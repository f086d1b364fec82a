import type { Language } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { LogicFinding } from '@sixfold/domain/survey/logic/finding'
import type { Place } from '@sixfold/domain/survey/logic/places'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { createContext, useContext } from 'react'

/** What sentences are made of: the survey, in which language its texts are shown, and the names behind ids. */
export interface LogicSetting {
  definition: SurveyDefinition
  places: ReadonlyMap<string, Place>
  /** Of the survey's texts. */
  language: Language
  regions: readonly { id: string; name: string }[]
}

/** What the sentences in the editor work on. */
export interface LogicEditing extends LogicSetting {
  findings: readonly LogicFinding[]
  edit: (operation: SurveyOperation) => void
}

export const LogicContext = createContext<LogicEditing | null>(null)

export function useLogic(): LogicEditing {
  const logic = useContext(LogicContext)
  if (!logic) throw new Error('useLogic needs a LogicContext above it')
  return logic
}
