import type { Lexicon } from './lexicon.ts'
import type { Phrases, Stretch, Word } from './words.ts'
import { beginsSentence, clausesOf, covered, findPhrases, phraseAt, sentencesOf } from './words.ts'

/**
 * Where a text asks for two things at once: the stretch of the joiner between them; null when it asks for one.
 *
 * Not every "and" joins two things that are rated. Passed over are the two ends of a scale ("easy or difficult"), what stands in an
 * introduction, a side clause or brackets, set phrases, amounts, names, the person asked with others, pairs ("between sales and
 * support"), units ("our sales and service team"), and `names`: phrases that mean one thing in this survey, such as its factors.
 *
 * @example judge('How satisfied are you with price and quality?', 'en') finds it at 'and'
 * @example judge('How easy or difficult was it?', 'en') finds nothing
 */
export function doubleBarrelled(
  text: string,
  words: readonly Word[],
  lexicon: Lexicon,
  names: Phrases = NO_NAMES,
): Stretch | null {
  const second = secondQuestion(words, text)
  if (second) return second
  const set = covered(words, [...findPhrases(words, lexicon.oneThing), ...findPhrases(words, names)])
  const aside = covered(words, asides(words, lexicon))
  const quiet = covered(words, sideStretches(words, lexicon))
  for (let at = 0; at < words.length; at += 1) {
    const stroke = strokeJoins(words[at])
    const joiner = stroke ? { from: at, to: at + 1 } : phraseAt(words, at, lexicon.joiners)
    if (!joiner || set[at]) continue
    const { to } = joiner
    if (stroke) {
      if (!quiet[at] && !aside[at]) return joiner
      continue
    }
    if (beginsSentence(words, at) || to >= words.length || aside[at] || namesJoined(words, joiner)) continue
    if (asksAgain(words, joiner, lexicon)) return joiner
    if (!quiet[at] && !isOneThing(words, joiner, lexicon)) return joiner
  }
  return null
}

const NO_NAMES: Phrases = new Map()

/** Two long words with a stroke between them, such as "price/quality"; not "anh/chị", "and/or", "24/7". */
export function strokeJoins(word: Word | undefined): boolean {
  const sides = word?.text.split('/') ?? []
  return sides.length === 2 && sides.every(side => side.length > 3 && /^[\p{L}-]+$/u.test(side))
}

/** What stands in brackets, and introductions that end with a comma. */
function asides(words: readonly Word[], lexicon: Lexicon): Stretch[] {
  const found: Stretch[] = []
  let opened: number | null = null
  words.forEach(({ gap }, at) => {
    if (opened === null && /[([][^)\]]*$/.test(gap)) opened = at
    else if (opened !== null && /[)\]]/.test(gap)) {
      found.push({ from: opened, to: at })
      opened = null
    }
  })
  if (opened !== null) found.push({ from: opened, to: words.length })
  const clauses = clausesOf(words)
  for (const [place, { from, to }] of clauses.entries()) {
    if (place === clauses.length - 1 || !/,/.test(words[to]?.gap ?? '')) continue
    const first = place > 0 ? (phraseAt(words, from, lexicon.joiners)?.to ?? from) : from
    if (phraseAt(words, first, lexicon.openers)) found.push({ from, to: Math.min(to + 1, words.length) })
  }
  return found
}

/** From the word that begins a side clause to the end of its clause. */
function sideStretches(words: readonly Word[], lexicon: Lexicon): Stretch[] {
  return clausesOf(words).flatMap(({ from, to }) => {
    for (let at = from; at < to; at += 1)
      if (phraseAt(words, at, lexicon.sideClauses)) return [{ from: at, to }]
    return []
  })
}

/** "… and how …": a second question, wherever it stands. "How and when" is one. */
function asksAgain(words: readonly Word[], { from, to }: Stretch, lexicon: Lexicon): boolean {
  return phraseAt(words, to, lexicon.heads) !== null && !phraseAt(words, from - 1, lexicon.heads)
}

function isOneThing(words: readonly Word[], { from, to }: Stretch, lexicon: Lexicon): boolean {
  const left = words[from - 1]
  const right = words[to]
  if (!left || !right) return true
  return (
    areOpposites(left.text, right.text, lexicon) ||
    namesBothEnds(words, { from, to }, lexicon) ||
    areTimes(words, { from, to }, lexicon) ||
    /^\d/.test(left.text) ||
    /^\d/.test(right.text) ||
    phraseAt(words, from - 1, lexicon.amounts) !== null ||
    phraseAt(words, to, lexicon.amounts) !== null ||
    phraseAt(words, to, lexicon.afterJoiner) !== null ||
    phraseAt(words, to, lexicon.people) !== null ||
    endsWith(words, from, lexicon.people) ||
    isPaired(words, from, lexicon) ||
    isUnit(words, { from, to }, lexicon)
  )
}

function areOpposites(left: string, right: string, { opposites, oppositePrefixes }: Lexicon): boolean {
  return (
    opposites.has(`${left}|${right}`) ||
    oppositePrefixes.some(prefix => right === prefix + left || left === prefix + right)
  )
}

/** "better, worse, or about the same": both ends of a scale stand just before the joiner. */
function namesBothEnds(words: readonly Word[], { from }: Stretch, lexicon: Lexicon): boolean {
  const before = words.slice(Math.max(0, from - 5), from)
  return before.some((word, at) =>
    before.slice(at + 1).some(other => areOpposites(word.text, other.text, lexicon)),
  )
}

/** "at night and on weekends": a time on both sides, with a word between at most. */
function areTimes(words: readonly Word[], { from, to }: Stretch, { times }: Lexicon): boolean {
  return (
    endsWith(words, from, times) && (phraseAt(words, to, times) ?? phraseAt(words, to + 1, times)) !== null
  )
}

/** "between A and B", and what else announces two: a few words before the joiner. */
function isPaired(words: readonly Word[], from: number, { pairing }: Lexicon): boolean {
  for (let at = Math.max(0, from - 7); at < from; at += 1) if (phraseAt(words, at, pairing)) return true
  return false
}

/** A team or a company whose name has the joiner in it. */
function isUnit(
  words: readonly Word[],
  { from, to }: Stretch,
  { unitsBefore, unitsAfter }: Lexicon,
): boolean {
  for (let at = to + 1; at <= to + 2; at += 1) if (phraseAt(words, at, unitsAfter)) return true
  for (let at = Math.max(0, from - 4); at < from - 1; at += 1)
    if (phraseAt(words, at, unitsBefore)) return true
  return false
}

/** Two names, as in "the Black and Decker tools": capitals that no beginning of a sentence explains. */
function namesJoined(words: readonly Word[], { from, to }: Stretch): boolean {
  const isName = (at: number) => words[at]?.capital === true && !beginsSentence(words, at)
  return isName(from - 1) && isName(to)
}

/** Whether a list of phrases has one that ends right before a word. */
function endsWith(words: readonly Word[], end: number, known: Phrases): boolean {
  for (let at = Math.max(0, end - 4); at < end; at += 1)
    if (phraseAt(words, at, known)?.to === end) return true
  return false
}

/** The beginning of a second question in the same text. */
function secondQuestion(words: readonly Word[], text: string): Stretch | null {
  const sentences = sentencesOf(words)
  const asked = sentences.filter(({ to }) => {
    const next = words[to]
    const end = words[to - 1]?.end ?? 0
    return /^[^\p{L}\p{N}]*\?/u.test(text.slice(end, next?.start ?? text.length))
  })
  const second = asked[1]
  return second ? { from: second.from, to: second.from + 1 } : null
}
