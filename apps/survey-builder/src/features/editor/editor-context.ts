import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { Language } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Finding } from '@sixfold/domain/survey/review'
import type { QuestionChanges } from '@sixfold/domain/survey/versions'
import { createContext, useContext } from 'react'
import type { Selection, SelectionAddress } from './selection.ts'
import type { DraftSession } from './use-draft.ts'

/** What every part of the editor works on. */
export interface Editor {
  session: DraftSession
  definition: SurveyDefinition
  model: FactorModel
  selection: Selection
  /** Opens something in canvas and inspector; with `field`, the keyboard goes on in that field. */
  select: (address: SelectionAddress, field?: string | undefined) => void
  /** The survey language in the canvas. */
  language: Language
  findings: readonly Finding[]
  /** Against the latest version; null when there is none. */
  changes: QuestionChanges | null
  latestVersion: number | null
  /** Whether the draft says something else than the latest version. */
  changed: boolean
  /** Moves what is selected one place. */
  step: (by: -1 | 1) => void
  /** Said by screen readers. */
  announce: (text: string) => void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor needs an EditorContext above it')
  return editor
}

/** The place of a factor in the model for its mark; -1 for none. */
export function markOf(model: FactorModel, factor: string | undefined): number {
  return factor === undefined ? -1 : factorIndex(model, factor)
}

/** The id of a field in the inspector, so that a finding can lead there. */
export function fieldId(field: string, language?: Language): string {
  return language === undefined ? `field-${field}` : `field-${field}-${language}`
}
