/** A stretch of a text that is the same in both, or only in this one. */
export interface TextPiece {
  text: string
  changed: boolean
}

export interface WordDifference {
  before: TextPiece[]
  after: TextPiece[]
}

/** Above this many comparisons of words a difference is not worth its wait: the middle is shown as changed. */
const MOST_COMPARISONS = 4_000_000

/**
 * Which words of two texts differ. The pieces of each side, joined, are that side's text again.
 *
 * @example
 * wordDifference('On the agreed day', 'On the promised day').after
 * // [{ text: 'On the ', changed: false }, { text: 'promised', changed: true }, { text: ' day', changed: false }]
 */
export function wordDifference(before: string, after: string): WordDifference {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const least = Math.min(old.length, now.length)
  let head = 0
  while (head < least && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const kept = keptTokens(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  return {
    before: piecesOf(old, at => at < head || at >= old.length - tail || kept.before.has(at - head)),
    after: piecesOf(now, at => at < head || at >= now.length - tail || kept.after.has(at - head)),
  }
}

/** Words, white space and single marks. Scripts written without spaces are compared sign by sign. */
function tokensOf(text: string): string[] {
  return (
    text.match(
      /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu,
    ) ?? []
  )
}

/** The places of a longest common sequence of tokens, on either side. */
function keptTokens(
  old: readonly string[],
  now: readonly string[],
): { before: Set<number>; after: Set<number> } {
  const kept = { before: new Set<number>(), after: new Set<number>() }
  if (old.length * now.length > MOST_COMPARISONS) return kept
  const width = now.length + 1
  // Cell (i, j): the longest sequence that old from i on and now from j on have in common.
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) {
      kept.before.add(i)
      kept.after.add(j)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}

/** Joins neighbours of one kind; a space between two changed words is part of the change. */
function piecesOf(tokens: readonly string[], isKept: (at: number) => boolean): TextPiece[] {
  const pieces: TextPiece[] = []
  for (const [at, text] of tokens.entries()) {
    const isBridge =
      /^\s+$/.test(text) && at > 0 && at < tokens.length - 1 && !isKept(at - 1) && !isKept(at + 1)
    const changed = isBridge || !isKept(at)
    const last = pieces.at(-1)
    if (last?.changed === changed) last.text += text
    else pieces.push({ text, changed })
  }
  return pieces
}
