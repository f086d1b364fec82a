import { placeOf } from '@sixfold/domain/survey/undo'
import { useSay } from '@sixfold/ui/parts/language'
import { toast } from '@sixfold/ui/parts/toast'
import { commonWords } from '@sixfold/ui/words/common'
import { editorWords } from '../../words/editor.ts'
import { useEditor } from './editor-context.ts'
import { questionNumber } from './selection.ts'

/** Removes a question or page at once, offers to take it back, and opens what stands beside it. */
export function useRemoval() {
  const say = useSay(editorWords)
  const sayCommon = useSay(commonWords)
  const { definition, session, select } = useEditor()
  const offerUndo = (message: string) => toast.done(message, { label: sayCommon('undo'), run: session.undo })
  return {
    question(id: string) {
      const place = placeOf(definition, id)
      const page = definition.pages.find(one => one.id === place?.page)
      if (!place || !page) return
      const neighbour = page.questions[place.index + 1] ?? page.questions[place.index - 1]
      session.edit({ op: 'remove-question', question: id })
      select(neighbour ? { question: neighbour.id } : { page: page.id })
      offerUndo(say('removedQuestion', { number: questionNumber(definition, id) }))
    },
    page(id: string) {
      const at = definition.pages.findIndex(page => page.id === id)
      const neighbour = definition.pages[at + 1] ?? definition.pages[at - 1]
      session.edit({ op: 'remove-page', page: id })
      select(neighbour ? { page: neighbour.id } : { part: 'welcome' })
      offerUndo(say('removedPage', { number: at + 1 }))
    },
  }
}
