import type { AnswerValue } from './answers.ts'
import { IMPORTANCE, isList, isRecord, NOT_APPLICABLE, otherWords } from './answers.ts'
import { partKey } from './definition.ts'
import { partsOf } from './parts.ts'
import type { Question, QuestionOf } from './question.ts'
import { OTHER } from './question.ts'

/** The texts that a form sent for one part of a question (null: for the question itself); none sent: an empty list. */
export type ReadField = (part: string | null) => readonly string[]

/** One text of a form. Ticked boxes of one question share the part null. */
export interface AnswerField {
  part: string | null
  text: string
}

/**
 * An answer as a form sends it, as a value: null for a blank one. What fits no choice stays text, so that `answerProblem` names it.
 * Parts: options of a ranking carry their place (1, 2, …), those of a sum their points, rows of a grid their point, and under
 * `row:importance` its importance, contact details their words; the words of "other" stand under the part `other`.
 * Line ends become one character each, so that a length is the same in every browser and in the API.
 *
 * @example answerFromFields(satisfaction, () => ['4']) // 4
 * @example answerFromFields(choice, part => (part === 'other' ? ['a partner'] : ['other'])) // 'other:a partner'
 */
export function answerFromFields(question: Question, read: ReadField): AnswerValue | null {
  switch (question.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'csat':
    case 'rating':
    case 'nps':
    case 'ces':
      return pointFrom(first(read))
    case 'grid':
      return recordFrom(gridKeys(question), read, pointFrom)
    case 'choice':
    case 'dropdown':
      return chosenFrom(question, read)[0] ?? null
    case 'choices':
      return listOrNull(chosenFrom(question, read))
    case 'picture':
    case 'upload':
      return listOrNull(read(null).filter(text => text.trim() !== ''))
    case 'ranking':
      return listOrNull(rankedFrom(question, read))
    case 'sum':
      return recordFrom(
        question.options.map(({ id }) => id),
        read,
        numberFrom,
      )
    case 'slider':
      return numberFrom(first(read))
    case 'number':
      return typedNumberFrom(question, first(read))
    case 'text':
    case 'date':
    case 'yes-no':
    case 'consent':
      return wordsFrom(first(read))
    case 'contact-details':
      return recordFrom(
        question.fields.map(({ id }) => id),
        read,
        wordsFrom,
      )
    case 'statement':
      return null
    default:
      return question satisfies never
  }
}

/**
 * A value as the texts of its form; `answerFromFields` makes it the same value again.
 *
 * @example answerToFields(satisfaction, 4) // [{ part: null, text: '4' }]
 * @example answerToFields(ranking, ['b', 'a']) // [{ part: 'b', text: '1' }, { part: 'a', text: '2' }]
 */
export function answerToFields(question: Question, value: AnswerValue | null | undefined): AnswerField[] {
  if (value === null || value === undefined) return []
  if (isList(value)) {
    if (question.kind === 'ranking') return value.map((part, at) => ({ part, text: String(at + 1) }))
    return value.flatMap(item => chosenFields(question, item))
  }
  if (isRecord(value)) return Object.entries(value).map(([part, item]) => ({ part, text: String(item) }))
  return chosenFields(question, String(value))
}

function chosenFields(question: Question, text: string): AnswerField[] {
  const words = 'other' in question ? otherWords(text) : null
  if (words === null) return [{ part: null, text }]
  const chosen = { part: null, text: OTHER }
  return words === '' ? [chosen] : [chosen, { part: OTHER, text: words }]
}

function first(read: ReadField, part: string | null = null): string {
  return read(part)[0] ?? ''
}

function pointFrom(text: string): number | string | null {
  if (text.trim() === '') return null
  return text !== NOT_APPLICABLE && /^\d{1,3}$/.test(text) ? Number(text) : text
}

function numberFrom(text: string): number | string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^-?\d{1,15}(\.\d{1,20})?$/.test(trimmed) ? Number(trimmed) : trimmed
}

/**
 * A number as people write it, with a point or a comma. Three digits after it may be thousands (`1.500`): unless the
 * question takes so many decimals, such a text stays text rather than being guessed.
 */
function typedNumberFrom({ decimals }: QuestionOf<'number'>, text: string): number | string | null {
  const trimmed = text.trim()
  return decimals < 3 && /[.,]\d{3}$/.test(trimmed) ? trimmed : numberFrom(trimmed.replace(',', '.'))
}

function wordsFrom(text: string): string | null {
  return text.trim() === '' ? null : text.replace(/\r\n?/g, '\n')
}

/** Words under "other" choose it, should the box itself have been left alone. */
function chosenFrom(question: QuestionOf<'choice' | 'dropdown' | 'choices'>, read: ReadField): string[] {
  const chosen = read(null).filter(text => text.trim() !== '')
  const words = question.other ? (wordsFrom(first(read, OTHER)) ?? '') : ''
  const several = question.kind === 'choices'
  if (words !== '' && !chosen.includes(OTHER) && (several || chosen.length === 0)) chosen.push(OTHER)
  return chosen.map(id => (id === OTHER && words !== '' ? `${OTHER}:${words}` : id))
}

/** Ids by their place, the best first. Places that are none, or are given twice, stay the texts they are. */
function rankedFrom(question: QuestionOf<'ranking'>, read: ReadField): string[] {
  const places = question.options
    .map(({ id }) => ({ id, text: first(read, id).trim() }))
    .filter(({ text }) => text !== '')
  const sound = places.every(({ text }) => /^[1-9]\d{0,2}$/.test(text))
  if (!sound || new Set(places.map(({ text }) => text)).size < places.length)
    return places.map(({ text }) => text)
  return places.sort((a, b) => Number(a.text) - Number(b.text)).map(({ id }) => id)
}

function gridKeys(question: QuestionOf<'grid'>): string[] {
  const rows = partsOf(question)?.parts ?? []
  return rows.flatMap(({ id }) => (question.importance ? [id, partKey(id, IMPORTANCE)] : [id]))
}

function recordFrom<T extends number | string>(
  keys: readonly string[],
  read: ReadField,
  from: (text: string) => T | null,
): Readonly<Record<string, T>> | null {
  const entries = keys.flatMap(key => {
    const value = from(first(read, key))
    return value === null ? [] : [[key, value] as const]
  })
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

function listOrNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list
}
