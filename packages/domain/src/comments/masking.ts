import { foldText } from '../text/fold.ts'

export type MaskedKind = 'name' | 'mail' | 'phone'

/** A comment as it may be shown: words as they were written, and what was taken out by its kind. */
export type CommentPart = { text: string } | { masked: MaskedKind }

/** No more than 64 signs stand before the @ (RFC 5321), so a long run of them is not searched again from each of its letters. */
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Eight digits or more, however they are grouped, with or without a country's code. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){7,14}(?![\p{L}\p{N}])/gu

/** Amounts, dates and percentages look like phones to a pattern. */
const NO_PHONE = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./-]\d{1,2}[./-]\d{4}|^\d{1,3}(?:[.,]\d{3})+$/

/** What people put before a given name, in Vietnamese and English, folded. */
const ADDRESSES = new Set('anh chi em ong ba co chu bac thay mr mrs ms miss dr sir madam'.split(' '))

/**
 * Masks comments: no mail addresses, no phone numbers, none of the names that are known of people: whole names anywhere, a given
 * name where somebody is addressed by it ("anh Minh", "Ms. Lan"). Names that nobody knows stay: this is care, not a promise.
 *
 * @param names Full names of the people who may be meant, such as all contacts of a region and the staff.
 */
export function commentMasker(names: Iterable<string>): (text: string) => CommentPart[] {
  const known = knownNames(names)
  return text => {
    const spans = [
      ...matchesOf(text, MAIL, 'mail'),
      ...matchesOf(text, PHONE, 'phone').filter(({ from, until }) => !NO_PHONE.test(text.slice(from, until))),
      ...namesIn(text, known),
    ]
    return cut(text, withoutOverlaps(spans))
  }
}

/**
 * One comment, masked by {@link commentMasker}.
 *
 * @example maskComment('Call Ms. Lan on 0912 345 678', ['Nguyễn Thị Lan'])
 *   // [{ text: 'Call Ms. ' }, { masked: 'name' }, { text: ' on ' }, { masked: 'phone' }]
 */
export function maskComment(text: string, names: readonly string[]): CommentPart[] {
  return commentMasker(names)(text)
}

interface KnownNames {
  /** Of two words and more, folded. */
  whole: Set<string>
  /** The most words that one of them has. */
  longest: number
  /** The first and the last words: what people are called by. */
  called: Set<string>
}

function knownNames(names: Iterable<string>): KnownNames {
  const known: KnownNames = { whole: new Set(), longest: 1, called: new Set() }
  for (const name of names) {
    const parts = wordsOf(name).map(({ folded }) => folded)
    for (const part of [parts[0], parts.at(-1)]) if (part) known.called.add(part)
    if (parts.length < 2) continue
    known.whole.add(parts.join(' '))
    known.longest = Math.max(known.longest, parts.length)
  }
  return known
}

interface Span {
  from: number
  until: number
  kind: MaskedKind
}

function matchesOf(text: string, pattern: RegExp, kind: MaskedKind): Span[] {
  return [...text.matchAll(pattern)].map(found => ({
    from: found.index,
    until: found.index + found[0].length,
    kind,
  }))
}

interface Word {
  from: number
  until: number
  folded: string
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map(found => ({
    from: found.index,
    until: found.index + found[0].length,
    folded: foldText(found[0]),
  }))
}

function namesIn(text: string, { whole, longest, called }: KnownNames): Span[] {
  const words = wordsOf(text)
  const spans: Span[] = []
  for (const [at, word] of words.entries()) {
    for (let count = 2; count <= longest && at + count <= words.length; count += 1) {
      const run = words.slice(at, at + count)
      const last = run.at(-1)
      if (last && whole.has(run.map(({ folded }) => folded).join(' ')))
        spans.push({ from: word.from, until: last.until, kind: 'name' })
    }
    const before = words[at - 1]
    if (before && ADDRESSES.has(before.folded) && called.has(word.folded))
      spans.push({ from: word.from, until: word.until, kind: 'name' })
  }
  return spans
}

/** Of spans that overlap the longer one stands. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => b.until - b.from - (a.until - a.from) || a.from - b.from))
    if (kept.every(other => span.until <= other.from || span.from >= other.until)) kept.push(span)
  return kept.toSorted((a, b) => a.from - b.from)
}

function cut(text: string, spans: readonly Span[]): CommentPart[] {
  const parts: CommentPart[] = []
  let at = 0
  for (const { from, until, kind } of spans) {
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push({ masked: kind })
    at = until
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}
