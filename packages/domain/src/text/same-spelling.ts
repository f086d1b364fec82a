/**
 * Whether two texts say the same in another spelling: case, punctuation, space, compounds ("on-site", "onsite"), the place of
 * a Vietnamese tone mark ("hoà", "hòa"), or at most two slips of the pen ("recieve"). In doubt they differ: a number, another word
 * and another accent are another meaning.
 *
 * @example
 * isSameSpelling('Delivery on the agreed day.', 'delivery on the agreed  day') // true
 * isSameSpelling('We recieve it on time', 'We receive it on time') // true
 * isSameSpelling('Contact with our people', 'Contract with our people') // false
 */
export function isSameSpelling(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.join('') === now.join('')) return true
  if (old.length !== now.length) return false
  const pairs = old.map((word, at) => [word, now[at] ?? ''] as const).filter(([a, b]) => a !== b)
  return pairs.length <= MOST_SLIPS && pairs.every(([a, b]) => isSlip(a, b))
}

const MOST_SLIPS = 2
/** Shorter words are too close to each other for a guess. */
const SHORTEST_SLIP = 6
const SHORTEST_VOWEL_SLIP = 8

/** Words and signs with a meaning, in a spelling of their own; a number keeps its separators. */
function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}]+(?:['’‑-][\p{L}\p{M}]+)*|[\p{S}%&#@]/gu)
  return (words ?? []).map(word => toneLast(word.replace(/['’‑-]/g, '')))
}

/** The five tone marks of Vietnamese; all other marks belong to their letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The tone at the end of its syllable, wherever it was written. */
function toneLast(word: string): string {
  const parts = word.normalize('NFD')
  const tones = parts.match(TONES)?.sort().join('') ?? ''
  return parts.replace(TONES, '').normalize('NFC') + tones
}

/** One letter doubled or not, two neighbours swapped, or one vowel for another; the word begins and ends as before. */
function isSlip(a: string, b: string): boolean {
  if (!/^\p{L}+$/u.test(a + b) || a.at(0) !== b.at(0) || a.at(-1) !== b.at(-1)) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < SHORTEST_SLIP) return false
  let at = 0
  while (short[at] === long[at]) at += 1
  if (long.length === short.length + 1)
    return long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1)
  if (long.length !== short.length) return false
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  if (swapped && short.slice(at + 2) === long.slice(at + 2)) return true
  const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter)
  return (
    short.length >= SHORTEST_VOWEL_SLIP &&
    isVowel(short[at]) &&
    isVowel(long[at]) &&
    short.slice(at + 1) === long.slice(at + 1)
  )
}
