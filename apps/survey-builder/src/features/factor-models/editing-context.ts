import type { ModelPlace } from '@sixfold/domain/factor-model-faults'
import type { Language } from '@sixfold/domain/local-text'
import { createContext, useContext } from 'react'
import type { ModelDraft } from './use-model-draft.ts'

/** What the fields of a model work on. */
export interface Editing {
  draft: ModelDraft
  /** The language in the fields. */
  language: Language
  /** The one to translate from, shown below a field that is written in another. */
  reference: Language
}

export const EditingContext = createContext<Editing | null>(null)

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useEditing needs an EditingContext above it')
  return editing
}

/** The id of a field, so that a fault can lead there. */
export function placeId({ factor, attribute, field }: ModelPlace): string {
  return ['model', factor ?? '', attribute ?? '', field ?? ''].join('-')
}
