import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { useSay } from '@sixfold/ui/parts/language'
import { editorWords } from '../../words/editor.ts'
import type { OutlineItem } from './drop.ts'
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

/** Moves a question or page one place, what is selected unless another one is named; the keyboard stays on it, in the outline or in the canvas. */
export function useStep({ definition, selection, edit, announce, focus }: StepInput) {
  const say = useSay(editorWords)
  const stop = (by: -1 | 1) => announce(say(by < 0 ? 'atBeginning' : 'atEnd'))

  function stepQuestion(id: string, by: -1 | 1) {
    const to = stepOf(definition, id, by)
    if (!to) return stop(by)
    const place = focusedPlace()
    edit({ op: 'move-question', question: id, ...to })
    const number = `${definition.pages.findIndex(page => page.id === to.page) + 1}.${to.index + 1}`
    announce(say('moved', { number }))
    if (place) focus(fieldId(place, id))
  }
  function stepPage(id: string, by: -1 | 1) {
    const index = definition.pages.findIndex(page => page.id === id) + by
    if (index < 0 || index >= definition.pages.length) return stop(by)
    const place = focusedPlace()
    edit({ op: 'move-page', page: id, index })
    announce(say('movedPage', { number: index + 1 }))
    if (place) focus(fieldId(place, id))
  }
  return (by: -1 | 1, item = movable(selection)) => {
    if (item?.kind === 'question') stepQuestion(item.id, by)
    if (item?.kind === 'page') stepPage(item.id, by)
  }
}

function movable(selection: Selection): OutlineItem | null {
  if (selection.kind === 'question') return { kind: 'question', id: selection.question.id }
  return selection.kind === 'page' ? { kind: 'page', id: selection.page.id } : null
}

/** Which of the columns that move with their things has the keyboard. */
function focusedPlace(): 'outline' | 'canvas' | null {
  const at = document.activeElement
  if (at?.closest('[data-column="outline"]')) return 'outline'
  return at?.closest('[data-column="canvas"]') ? 'canvas' : null
}
