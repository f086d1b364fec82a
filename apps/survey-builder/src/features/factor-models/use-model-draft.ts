import type { ModelContent } from '@sixfold/contract/factor-models'
import { useCallback, useState } from 'react'
import type { ModelEdit } from './model-edit.ts'
import { editModel } from './model-edit.ts'

export interface ModelDraft {
  content: ModelContent
  /** Whether it says something else than what is kept. */
  changed: boolean
  edit: (change: ModelEdit) => void
  /** Puts a whole model in its place: to take back a removal, or to begin again. */
  replace: (content: ModelContent) => void
  /** What is written now is kept. */
  keep: (content: ModelContent) => void
}

/** A model while it is written; nothing is saved until somebody says so. */
export function useModelDraft(initial: ModelContent): ModelDraft {
  const [kept, setKept] = useState(initial)
  const [content, setContent] = useState(initial)
  return {
    content,
    changed: content !== kept && JSON.stringify(content) !== JSON.stringify(kept),
    edit: useCallback(change => setContent(before => editModel(before, change)), []),
    replace: setContent,
    keep: useCallback(saved => {
      setKept(saved)
      setContent(saved)
    }, []),
  }
}
