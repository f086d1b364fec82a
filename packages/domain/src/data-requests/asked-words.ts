/** Signs of one text, and of all that is added to one request before it ends. */
export const LONGEST_TEXT = 2000
const LONGEST_REQUEST = 6000

/** What somebody wrote on a later day, while the request was still open. */
export interface AddedWords {
  /** The day where the request is looked after. */
  on: string
  text: string
}

/** What stands in a request. */
interface AskedWords {
  text: string
  added?: readonly AddedWords[] | undefined
}

/**
 * All that was written, each later text with its day.
 *
 * @example wholeText({ text: 'My name', added: [{ on: '2026-08-18', text: 'And my role' }] }) // 'My name\n\n2026-08-18: And my role'
 */
export function wholeText({ text, added = [] }: AskedWords): string {
  return [text, ...added.map(one => `${one.on}: ${one.text}`)].filter(Boolean).join('\n\n')
}

/**
 * What becomes of words that come while a request is open: `said` stand there already, `too_long` go beyond its length.
 *
 * @example addingOf({ text: 'My name' }, { on: '2026-08-18', text: 'My name' }) // 'said'
 */
export function addingOf(asked: AskedWords, words: AddedWords): 'add' | 'said' | 'too_long' {
  const { text, added = [] } = asked
  if (words.text === '' || words.text === text || added.some(one => one.text === words.text)) return 'said'
  return wholeText({ text, added: [...added, words] }).length > LONGEST_REQUEST ? 'too_long' : 'add'
}
