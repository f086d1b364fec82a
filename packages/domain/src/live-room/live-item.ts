import { requireThat } from '../checks.ts'

/** Something that a room of people answers on their phones. */
export type LiveItem =
  | { kind: 'poll'; options: readonly string[] /** Options that one person may choose. */; most: number }
  | { kind: 'rating'; low: number; high: number }
  | { kind: 'words' /** Words that one person may write. */; most: number }

/** Options or words; the rating of a slider. */
export type LiveAnswer = readonly string[] | number

export type LiveAnswerFault =
  | 'wrong_kind'
  | 'unknown_option'
  | 'too_many'
  | 'twice'
  | 'out_of_range'
  | 'empty'
  | 'too_long'

export const LONGEST_WORD = 30

/**
 * What is wrong with an answer; null: nothing.
 *
 * @example liveAnswerFault({ kind: 'rating', low: 0, high: 10 }, 11) // 'out_of_range'
 */
export function liveAnswerFault(item: LiveItem, answer: LiveAnswer): LiveAnswerFault | null {
  if (item.kind === 'rating') {
    if (typeof answer !== 'number') return 'wrong_kind'
    return Number.isInteger(answer) && answer >= item.low && answer <= item.high ? null : 'out_of_range'
  }
  if (typeof answer === 'number') return 'wrong_kind'
  if (answer.length === 0) return 'empty'
  if (answer.length > item.most) return 'too_many'
  const keys = item.kind === 'words' ? answer.map(sameWord) : answer
  if (new Set(keys).size < keys.length) return 'twice'
  if (item.kind === 'poll') return keys.every(key => item.options.includes(key)) ? null : 'unknown_option'
  if (keys.includes('')) return 'empty'
  return keys.some(word => [...word].length > LONGEST_WORD) ? 'too_long' : null
}

/** What an answer is counted under. */
export function keysOf(item: LiveItem, answer: LiveAnswer): string[] {
  requireThat(liveAnswerFault(item, answer) === null, `not an answer to this ${item.kind}`)
  if (typeof answer === 'number') return [String(answer)]
  return item.kind === 'words' ? answer.map(sameWord) : [...answer]
}

/**
 * Words that differ only in case, in how an accent is stored or in what stands around them are one word. Accents themselves
 * count: in Vietnamese they make other words.
 *
 * @example sameWord('  Giao  Hàng! ') // 'giao hàng'
 */
export function sameWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
}
