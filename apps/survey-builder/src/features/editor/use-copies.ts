import { copyPage, copyQuestion } from '@sixfold/domain/survey/copy'
import { placeOf } from '@sixfold/domain/survey/undo'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../words/editor.ts'
import { useEditorActions } from './editor-context.ts'
import { newPartId } from './new-parts.ts'

/** Puts a copy right after what it is a copy of, and opens it. */
export function useCopies() {
  const say = useSay(editorWords)
  const { now, edit, select, announce } = useEditorActions()
  return {
    duplicateQuestion(id: string) {
      const { definition } = now()
      const place = placeOf(definition, id)
      if (!place) return
      const copy = copyQuestion(place.question, newPartId('question'))
      edit({ op: 'add-question', page: place.page, index: place.index + 1, question: copy })
      select({ question: copy.id }, 'canvas')
      announce(say('duplicated'))
    },
    duplicatePage(id: string) {
      const { pages } = now().definition
      const index = pages.findIndex(page => page.id === id)
      const page = pages[index]
      if (!page) return
      const copy = copyPage(page, newPartId)
      edit({ op: 'add-page', index: index + 1, page: copy })
      select({ page: copy.id }, 'canvas')
      announce(say('duplicated'))
    },
  }
}
