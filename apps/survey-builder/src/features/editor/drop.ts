import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { SurveyOperation } from '@sixfold/domain/survey/operation'
import { placeOf } from '@sixfold/domain/survey/undo'

/** What is dragged or dropped upon in the outline. */
export type OutlineItem = { kind: 'page'; id: string } | { kind: 'question'; id: string }

/** How an item is called among what can be dragged. */
export function itemKey({ kind, id }: OutlineItem): string {
  return `${kind}:${id}`
}

/** The item of a key; null for none. */
export function itemOf(key: string): OutlineItem | null {
  const [, kind, id] = /^(page|question):(.+)$/.exec(key) ?? []
  return id !== undefined && (kind === 'page' || kind === 'question') ? { kind, id } : null
}

/** What dropping one item on another means: a page goes to a page's place, a question to a question's place or to the end of a page. */
export function dropOperation(
  definition: SurveyDefinition,
  dragged: OutlineItem,
  target: OutlineItem,
): SurveyOperation | null {
  if (dragged.kind === 'page') {
    const page = target.kind === 'page' ? target.id : placeOf(definition, target.id)?.page
    const index = definition.pages.findIndex(({ id }) => id === page)
    return index < 0 || page === dragged.id ? null : { op: 'move-page', page: dragged.id, index }
  }
  if (target.kind === 'page') {
    const page = definition.pages.find(({ id }) => id === target.id)
    if (!page) return null
    return { op: 'move-question', question: dragged.id, page: page.id, index: page.questions.length }
  }
  const place = placeOf(definition, target.id)
  return place && target.id !== dragged.id
    ? { op: 'move-question', question: dragged.id, page: place.page, index: place.index }
    : null
}
