import type { Lexicon } from './lexicon.ts'
import type { Stretch, Word } from './words.ts'
import { clausesOf, covered, findPhrases, phraseAt, sentencesOf } from './words.ts'

/**
 * Words that push towards an answer, or that praise or blame what is asked about; null when a text does neither.
 * In a statement to agree with ("The service was excellent") the judgement is what is asked, so there praise counts only before its noun.
 */
export function leading(
  words: readonly Word[],
  lexicon: Lexicon,
  { statement }: { statement: boolean },
): Stretch | null {
  const [pushed] = findPhrases(words, lexicon.leading)
  if (pushed) return pushed
  const tag = tagOf(words, lexicon)
  if (tag) return tag
  const harmless = covered(words, findPhrases(words, lexicon.noPraise))
  return (
    findPhrases(words, lexicon.praise).find(
      ({ from }) => !harmless[from] && !(statement && isPredicate(words, from, lexicon)),
    ) ?? null
  )
}

/** "… was excellent", "… rất xuất sắc": after a word that judges, within two words. */
function isPredicate(words: readonly Word[], at: number, { copulas }: Lexicon): boolean {
  for (let before = Math.max(0, at - 3); before < at; before += 1)
    if (phraseAt(words, before, copulas)) return true
  return false
}

/** What is hung on at the end of a sentence so that one says yes. */
function tagOf(words: readonly Word[], { leadingEnds, leadingTails }: Lexicon): Stretch | null {
  const clauses = new Set(clausesOf(words).map(({ from }) => from))
  for (const { from, to } of sentencesOf(words))
    for (let at = Math.max(from + 1, to - 3); at < to; at += 1) {
      const tail = phraseAt(words, at, leadingTails)
      const end = clauses.has(at) ? phraseAt(words, at, leadingEnds) : null
      if (tail?.to === to || end?.to === to) return { from: at, to }
    }
  return null
}
