import { useMemo, useRef } from 'react'
import type { Editor, EditorActions } from './editor-context.ts'
import { newPartId } from './new-parts.ts'
import { placeForNew } from './selection.ts'

/** What can be done in the editor, as one value that stays the same: parts that stand many times draw themselves only when their own question changes. */
export function useEditorActionsOf(editor: Editor, focus: EditorActions['focus']): EditorActions {
  const latest = useRef(editor)
  latest.current = editor
  return useMemo(() => {
    const now = () => latest.current
    return {
      now,
      edit: (...operations) => now().session.edit(...operations),
      select: (...to) => now().select(...to),
      focus,
      announce: text => now().announce(text),
      step: (...to) => now().step(...to),
      openPalette: () => now().openPalette(),
      addQuestion(make) {
        const { definition, selection, session, select } = now()
        const id = newPartId('question')
        const place = placeForNew(definition, selection)
        const page = definition.pages.find(one => one.id === place?.page)
        if (place && page) session.edit({ op: 'add-question', ...place, question: make(id, page) })
        else {
          const first = { id: newPartId('page'), title: {}, questions: [] }
          session.edit({ op: 'add-page', index: 0, page: { ...first, questions: [make(id, first)] } })
        }
        select({ question: id }, 'canvas')
      },
    }
  }, [focus])
}
