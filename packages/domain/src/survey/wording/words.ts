/** One word of a text, or a sign that stands for one. In Vietnamese a word is one syllable, as it is written. */
export interface Word {
  /** Lower case, one spelling of marks and apostrophes. */
  text: string
  /** Where it stands in the text as written. */
  start: number
  end: number
  /** What stands between it and the word before. */
  gap: string
  /** Written with a capital. */
  capital: boolean
}

/** A stretch of a text, by words: from `from` up to but not including `to`. */
export interface Stretch {
  from: number
  to: number
}

/** Numbers with their percent sign; letters and digits, joined by signs that do not part words (`anh/chị`, `don't`, `on-time`); an ampersand. */
const WORD = /\d+(?:[.,]\d+)*(?:\s?%|(?![\p{L}\p{M}]))|[\p{L}\p{N}\p{M}]+(?:[/'’.-][\p{L}\p{N}\p{M}]+)*|&/gu

/** A place that takes an answer or a fact reads as one word. */
const PIPE = /\{\{[^{}]*\}\}/g

/**
 * The words of a text in their order.
 *
 * @example wordsOf('Don’t you agree?').map(({ text }) => text) // ["don't", 'you', 'agree']
 */
export function wordsOf(text: string): Word[] {
  // As long as what it stands for, so that places in the text stay right.
  const plain = text.replace(PIPE, pipe => 'x'.padEnd(pipe.length, 'x'))
  const words: Word[] = []
  let end = 0
  for (const match of plain.matchAll(WORD)) {
    words.push({
      text: spell(match[0]),
      start: match.index,
      end: match.index + match[0].length,
      gap: plain.slice(end, match.index),
      capital: /^\p{Lu}/u.test(match[0]),
    })
    end = match.index + match[0].length
  }
  return words
}

/** Vietnamese tone marks of old and new place: `khoẻ` and `khỏe` are one word. */
const OLD_TONES: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** Most English words, and many Vietnamese ones, have one spelling only. */
const PLAIN = /^[a-z0-9]+$/

function spell(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const even = lower.normalize('NFC').replace(/’/g, "'").replace(/\s/g, '')
  return even.replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u, end => OLD_TONES[end] ?? end)
}

/** Phrases by their first word, the longest first, so that a text is searched in one pass. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrases(list: readonly string[]): Phrases {
  const found = new Map<string, string[][]>()
  for (const phrase of list) {
    const words = wordsOf(phrase).map(({ text }) => text)
    const [first] = words
    if (first === undefined) continue
    found.set(
      first,
      [...(found.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    )
  }
  return found
}

/** The longest phrase that begins at a word; null when none does. A phrase does not reach over the end of a sentence. */
export function phraseAt(words: readonly Word[], at: number, known: Phrases): Stretch | null {
  const fits = known.get(words[at]?.text ?? '')?.find(phrase =>
    phrase.every((text, offset) => {
      const word = words[at + offset]
      return word?.text === text && (offset === 0 || !ENDS_SENTENCE.test(word.gap))
    }),
  )
  return fits ? { from: at, to: at + fits.length } : null
}

/** Every phrase of a list in a text, without overlaps. */
export function findPhrases(words: readonly Word[], known: Phrases): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < words.length; ) {
    const stretch = phraseAt(words, at, known)
    if (stretch) found.push(stretch)
    at = stretch?.to ?? at + 1
  }
  return found
}

/** For each word whether it stands in one of these stretches. */
export function covered(words: readonly Word[], stretches: readonly Stretch[]): boolean[] {
  const cover = words.map(() => false)
  for (const { from, to } of stretches) cover.fill(true, from, to)
  return cover
}

const ENDS_SENTENCE = /[.!?…]\s|[.!?…]$|\n/
const ENDS_CLAUSE = /[,;:–—]|\s-\s|[.!?…](?:\s|$)|\n/

/** The clauses of a text: between commas, colons, dashes and ends of sentences. */
export function clausesOf(words: readonly Word[]): Stretch[] {
  const starts = words.flatMap(({ gap }, at) => (at === 0 || ENDS_CLAUSE.test(gap) ? [at] : []))
  return starts.map((from, place) => ({ from, to: starts[place + 1] ?? words.length }))
}

/** Whether a word is the first of its sentence. */
export function beginsSentence(words: readonly Word[], at: number): boolean {
  return at === 0 || ENDS_SENTENCE.test(words[at]?.gap ?? '')
}

/** The sentences of a text. */
export function sentencesOf(words: readonly Word[]): Stretch[] {
  const starts = words.flatMap((_, at) => (beginsSentence(words, at) ? [at] : []))
  return starts.map((from, place) => ({ from, to: starts[place + 1] ?? words.length }))
}

/** A stretch of a text as it is written. */
export function written(text: string, words: readonly Word[], { from, to }: Stretch): string {
  const first = words[from]
  const last = words[to - 1]
  return first && last ? text.slice(first.start, last.end) : ''
}
