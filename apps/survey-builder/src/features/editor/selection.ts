import type { Page, SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Question } from '@sixfold/domain/survey/question'
import { placeOf } from '@sixfold/domain/survey/undo'

/** What of the survey is open in canvas and inspector. Numbers count from 1, as people do. */
export type Selection =
  | { kind: 'welcome' }
  | { kind: 'thanks' }
  | { kind: 'page'; page: Page; number: string }
  | { kind: 'question'; page: Page; question: Question; number: string }

/** How a selection is written in the address. */
export interface SelectionAddress {
  part?: 'welcome' | 'thanks' | undefined
  page?: string | undefined
  question?: string | undefined
  /** Which tab of the inspector; without it, its own. */
  tab?: string | undefined
}

/** What an address selects; something that is gone selects the first page. */
export function selectionOf(definition: SurveyDefinition, address: SelectionAddress): Selection {
  const place = address.question === undefined ? null : placeOf(definition, address.question)
  const wanted = place?.page ?? address.page
  const at = Math.max(
    0,
    definition.pages.findIndex(({ id }) => id === wanted),
  )
  const page = definition.pages[at]
  if (address.part || !page) return { kind: address.part ?? 'welcome' }
  if (place)
    return { kind: 'question', page, question: place.question, number: `${at + 1}.${place.index + 1}` }
  return { kind: 'page', page, number: String(at + 1) }
}

/** The address of a question, a page, or the words before and after. */
export function addressOf(selection: Selection): SelectionAddress {
  switch (selection.kind) {
    case 'question':
      return { question: selection.question.id }
    case 'page':
      return { page: selection.page.id }
    default:
      return { part: selection.kind }
  }
}

/** The number of a question, `5.3`; '' when it is gone. */
export function questionNumber(definition: SurveyDefinition, id: string): string {
  const selection = selectionOf(definition, { question: id })
  return selection.kind === 'question' ? selection.number : ''
}

/**
 * Where a question goes when it is moved one place up or down; at the edge of a page into the next page.
 * Null at either end of the survey.
 */
export function stepOf(
  definition: SurveyDefinition,
  id: string,
  by: -1 | 1,
): { page: string; index: number } | null {
  const place = placeOf(definition, id)
  if (!place) return null
  const at = definition.pages.findIndex(page => page.id === place.page)
  const page = definition.pages[at]
  const index = place.index + by
  if (page && index >= 0 && index < page.questions.length) return { page: page.id, index }
  const next = definition.pages[at + by]
  return next ? { page: next.id, index: by === 1 ? 0 : next.questions.length } : null
}

/** Where a new question goes: after the one that is selected, else at the end of the page; null when there is no page yet. */
export function placeForNew(
  definition: SurveyDefinition,
  selection: Selection,
): { page: string; index: number } | null {
  if (selection.kind === 'question') {
    const index = selection.page.questions.findIndex(({ id }) => id === selection.question.id)
    return { page: selection.page.id, index: index + 1 }
  }
  const first = definition.pages[0]
  if (selection.kind === 'welcome') return first ? { page: first.id, index: 0 } : null
  const page = selection.kind === 'page' ? selection.page : definition.pages.at(-1)
  return page ? { page: page.id, index: page.questions.length } : null
}
