import type { Lexicon } from './lexicon.ts'
import type { Stretch, Word } from './words.ts'
import { clausesOf, covered, findPhrases, phraseAt, sentencesOf } from './words.ts'

export interface Negation {
  /** One "not" in what is stated, which a reader who disagrees must turn round. */
  single: Stretch | null
  /** Two that cancel each other. */
  double: Stretch | null
}

/** How many words a negative word may stand after the "not" that turns it round: "not at all unhelpful". */
const REACH = 5

/**
 * The negations of a text. What asks ("… không?"), what is a set phrase ("not only", "hàng không") and what belongs to a leading tag
 * ("don't you") negates nothing; a "not" in a side clause or in what is reported is no negated statement.
 */
export function negation(words: readonly Word[], lexicon: Lexicon): Negation {
  const harmless = covered(words, [
    ...findPhrases(words, lexicon.noNegation),
    ...findPhrases(words, lexicon.leading),
    ...opposedEnds(words, lexicon),
    ...askingEnds(words, lexicon),
  ])
  const negators = findPhrases(words, lexicon.negators).filter(
    ({ from, to }) => !harmless[from] && !harmless[to - 1],
  )
  const aside = covered(words, sideStretches(words, lexicon))
  return {
    single: negators.find(({ from }) => !aside[from]) ?? null,
    double: doubled(words, negators, lexicon),
  }
}

function doubled(words: readonly Word[], negators: readonly Stretch[], lexicon: Lexicon): Stretch | null {
  const sentences = sentencesOf(words)
  for (const [place, negator] of negators.entries()) {
    const end = sentences.find(({ to }) => to > negator.from)?.to ?? words.length
    const next = negators[place + 1]
    if (next && next.from < end) return { from: negator.from, to: next.to }
    for (let at = negator.to; at < Math.min(end, negator.to + REACH); at += 1) {
      const negative = phraseAt(words, at, lexicon.negatives)
      if (negative) return { from: negator.from, to: negative.to }
    }
  }
  return null
}

/** "satisfied or not satisfied", "dễ hay không dễ": the joiner, the negator and the word that stood before. */
function opposedEnds(words: readonly Word[], { joiners, negators, amounts }: Lexicon): Stretch[] {
  return words.flatMap((_, at) => {
    const joiner = phraseAt(words, at, joiners)
    const negator = joiner && phraseAt(words, joiner.to, negators)
    if (!joiner || !negator || at === 0 || phraseAt(words, at, amounts)) return []
    return words[negator.to]?.text === words[at - 1]?.text || repeats(words, at, negator.to)
      ? [{ from: at, to: negator.to + 1 }]
      : []
  })
}

/** "hài lòng hay không hài lòng": two words before the joiner stand again after the negator. */
function repeats(words: readonly Word[], joiner: number, after: number): boolean {
  return (
    joiner >= 2 &&
    words[joiner - 2]?.text === words[after]?.text &&
    words[joiner - 1]?.text === words[after + 1]?.text
  )
}

/** A negator at the end of a clause asks: "Anh/chị có hài lòng không?" */
function askingEnds(words: readonly Word[], lexicon: Lexicon): Stretch[] {
  return clausesOf(words).flatMap(({ from, to }) =>
    to - from > 1 && phraseAt(words, to - 1, lexicon.askingEnds) ? [{ from: to - 1, to }] : [],
  )
}

function sideStretches(words: readonly Word[], { sideClauses, reported }: Lexicon): Stretch[] {
  return clausesOf(words).flatMap(({ from, to }) => {
    for (let at = from; at < to; at += 1)
      if (phraseAt(words, at, sideClauses) || (at > from && phraseAt(words, at, reported)))
        return [{ from: at, to }]
    return []
  })
}
