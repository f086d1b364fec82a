import type { Page, SurveyDefinition } from '../definition.ts'
import type { Question } from '../question.ts'
import type { TextPlace } from '../texts.ts'
import type { Condition } from './condition.ts'

/** Where a question stands. */
export interface Place {
  question: Question
  page: Page
  /** Of the page, from 0. */
  pageAt: number
  /** In its page, from 0. */
  index: number
  /** Among all questions of the survey, from 0. */
  at: number
}

/** Every question by id, with its place; of an id that stands twice, the first. */
export function placesOf(definition: SurveyDefinition): Map<string, Place> {
  const places = new Map<string, Place>()
  let at = 0
  for (const [pageAt, page] of definition.pages.entries())
    for (const [index, question] of page.questions.entries()) {
      if (!places.has(question.id)) places.set(question.id, { question, page, pageAt, index, at })
      at += 1
    }
  return places
}

/** The questions whose answers a condition looks at. */
export function questionsIn(condition: Condition | undefined): string[] {
  return (condition?.tests ?? []).flatMap(({ subject }) => ('question' in subject ? [subject.question] : []))
}

/**
 * Which questions were asked before a text is read: of a question's text those before it, of a page's those of earlier pages,
 * before the thanks all of them, before title and welcome none.
 */
export function askedBefore(
  text: Pick<TextPlace, 'page' | 'question' | 'field'>,
  definition: SurveyDefinition,
  places: ReadonlyMap<string, Place>,
): (other: Place) => boolean {
  if (text.question !== undefined) {
    const at = places.get(text.question)?.at ?? 0
    return other => other.at < at
  }
  if (text.page === undefined) return () => text.field === 'thanks'
  const at = definition.pages.findIndex(({ id }) => id === text.page)
  return other => other.pageAt < at
}
