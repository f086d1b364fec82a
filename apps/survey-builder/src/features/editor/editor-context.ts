import type { FactorModel } from '@sixfold/domain/factor-model'
import { factorIndex } from '@sixfold/domain/factor-model'
import type { Language } from '@sixfold/domain/local-text'
import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import type { Question } from '@sixfold/domain/survey/question'
import type { Finding } from '@sixfold/domain/survey/review/finding'
import type { TextPlace } from '@sixfold/domain/survey/texts'
import type { QuestionChanges } from '@sixfold/domain/survey/versions'
import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import type { OutlineItem } from './drop.ts'
import type { Selection, SelectionAddress } from './selection.ts'
import type { DraftSession } from './use-draft.ts'

/** What every part of the editor works on. It is another one after each key: what stands many times takes {@link EditorActions}. */
export interface Editor {
  session: DraftSession
  definition: SurveyDefinition
  model: FactorModel
  selection: Selection
  /** The tab of the inspector that the address asks for. */
  tab: string | undefined
  /** Opens something in canvas and inspector; with `field`, the keyboard goes on in that field, and the canvas shows `language`. */
  select: (address: SelectionAddress, field?: string | undefined, language?: Language | undefined) => void
  /** The survey language in the canvas. */
  language: Language
  findings: readonly Finding[]
  /** Advice that somebody kept on purpose; not among the findings. */
  kept: readonly Finding[]
  /** How long the survey may take a customer. */
  minutesAtMost: number
  /** Against the latest version, or that of an earlier quarter; null when nothing was asked before. */
  changes: QuestionChanges | null
  latestVersion: number | null
  /** Whether the draft says something else than the latest version. */
  changed: boolean
  /** Moves what is selected one place, or another question or page that is named. */
  step: (by: -1 | 1, item?: OutlineItem) => void
  /** Said by screen readers. */
  announce: (text: string) => void
  /** Opens the palette; what is chosen there is added after what is selected. */
  openPalette: () => void
  slots: EditorSlots
}

/** What other features show in the editor; the page puts them together. */
export interface EditorSlots {
  /** Tabs of the inspector beside its own, for what is selected. */
  tabs?: readonly InspectorTab[]
  /** Below the inspector: what speaks against publishing. */
  review: (editor: Editor) => ReactNode
  /** Beside each text in the inspector; what it inserts goes where the cursor was. */
  besideText?: (editor: Editor, text: TextInEditing) => ReactNode
  /** The dialog in which two people's changes of the same things are decided. */
  conflict: (session: DraftSession) => ReactNode
  /** The dialog in which the draft becomes a version. */
  publish: (editor: Editor, publication: Publication) => ReactNode
}

export interface Publication {
  /** The number that the version will have. */
  next: number
  close: () => void
}

export interface TextInEditing {
  /** Which text; a part's text stands where its question does. */
  place: Pick<TextPlace, 'page' | 'question' | 'field'>
  language: Language
  /** As its field is named. */
  label: string
  insert: (words: string) => void
}

export interface InspectorTab {
  id: string
  label: string
  /** For which selections it is offered. */
  kinds: readonly Selection['kind'][]
  content: (editor: Editor) => ReactNode
}

/** What can be done, the same as long as the editor is open. Reading the draft through `now` draws nothing anew. */
export interface EditorActions {
  now: () => Editor
  /** Several operations are one step of undo. */
  edit: (...operations: SurveyOperation[]) => void
  select: Editor['select']
  /** The keyboard goes on in a field, once it is drawn. */
  focus: (field: string) => void
  announce: Editor['announce']
  step: Editor['step']
  openPalette: Editor['openPalette']
  /** Adds a question after what is selected, and the keyboard goes on in its text. */
  addQuestion: (make: (id: string, page: Page) => Question) => void
}

export const EditorContext = createContext<Editor | null>(null)
export const EditorActionsContext = createContext<EditorActions | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor needs an EditorContext above it')
  return editor
}

export function useEditorActions(): EditorActions {
  const actions = useContext(EditorActionsContext)
  if (!actions) throw new Error('useEditorActions needs an EditorActionsContext above it')
  return actions
}

/** The place of a factor in the model for its mark; -1 for none. */
export function markOf(model: FactorModel, factor: string | undefined): number {
  return factor === undefined ? -1 : factorIndex(model, factor)
}

/** The id of a field in the inspector, so that a finding can lead there. */
export function fieldId(field: string, language?: Language): string {
  return language === undefined ? `field-${field}` : `field-${field}-${language}`
}

/** The id of the field of a setting. */
export function settingId(setting: string): string {
  return fieldId(`setting-${setting}`)
}

/** The id of what speaks against publishing, where the publish button leads. */
export const REVIEW_ID = 'review'

/** The id of a part's text in the canvas. */
export function partFieldId(question: string, part: string): string {
  return fieldId(`part-${question}-${part}`)
}
