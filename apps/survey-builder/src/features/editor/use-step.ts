import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../words/editor.ts'
import { fieldId } from './editor-context.ts'
import type { Selection } from './selection.ts'
import { stepOf } from './selection.ts'

interface StepInput {
  definition: SurveyDefinition
  selection: Selection
  edit: (operation: SurveyOperation) => void
  announce: (text: string) => void
  focus: (field: string) => void
}

/** Moves what is selected one place; the keyboard stays on it, in the outline or in the canvas. */
export function useStep({ definition, selection, edit, announce, focus }: StepInput) {
  const say = useSay(editorWords)
  return (by: -1 | 1) => {
    const place = focusedPlace()
    if (selection.kind === 'question') {
      const { id } = selection.question
      const to = stepOf(definition, id, by)
      if (!to) return announce(say(by < 0 ? 'atBeginning' : 'atEnd'))
      edit({ op: 'move-question', question: id, ...to })
      const number = `${definition.pages.findIndex(page => page.id === to.page) + 1}.${to.index + 1}`
      announce(say('moved', { number }))
      if (place) focus(fieldId(place, id))
    }
    if (selection.kind === 'page') {
      const index = Number(selection.number) - 1 + by
      if (index < 0 || index >= definition.pages.length)
        return announce(say(by < 0 ? 'atBeginning' : 'atEnd'))
      edit({ op: 'move-page', page: selection.page.id, index })
      announce(say('movedPage', { number: index + 1 }))
      if (place) focus(fieldId(place, selection.page.id))
    }
  }
}

/** Which of the columns that move with their things has the keyboard. */
function focusedPlace(): 'outline' | 'canvas' | null {
  const at = document.activeElement
  if (at?.closest('[data-column="outline"]')) return 'outline'
  return at?.closest('[data-column="canvas"]') ? 'canvas' : null
}
