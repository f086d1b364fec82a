import type { LocalText } from '../../local-text.ts'
import type { Question } from '../question.ts'

/** A question that every house has in its library from the first day. */
export interface StarterQuestion {
  /** Begins with `starter-`; the library's own entries never do. */
  id: string
  name: LocalText
  question: Question
}

/** A starter question without what all of them share. */
export function starter<Q extends Question>(
  id: string,
  name: LocalText,
  question: Omit<Q, 'id' | 'required'>,
): StarterQuestion {
  return {
    id: `starter-${id}`,
    name,
    question: { ...question, id: 'library', required: false } as unknown as Question,
  }
}

/** The parts of a list, named by their ids. */
export function parts(texts: Readonly<Record<string, LocalText>>): { id: string; text: LocalText }[] {
  return Object.entries(texts).map(([id, text]) => ({ id, text }))
}

export const other: LocalText = { en: 'Other', vi: 'Khác' }
export const none: LocalText = { en: 'None of these', vi: 'Không mục nào ở trên' }
