interface Range {
  from: number
  to: number
  put: string
}

/**
 * One text that two people changed at the same time: both changes where they lie apart, by whole words; null where they meet.
 *
 * @example mergeText('Ship on Monday.', 'Ship all on Monday.', 'Ship on Monday and Friday.') // 'Ship all on Monday and Friday.'
 * @example mergeText('Monday', 'Tuesday', 'Friday') // null
 */
export function mergeText(before: string, theirs: string, mine: string): string | null {
  if (theirs === mine || mine === before) return theirs
  if (theirs === before) return mine
  const [one, other] = [changedRange(before, theirs), changedRange(before, mine)]
  const [first, second] = one.from <= other.from ? [one, other] : [other, one]
  if (first.to >= second.from) return null
  const { length } = before
  return (
    before.slice(0, first.from) +
    first.put +
    before.slice(first.to, second.from) +
    second.put +
    before.slice(second.to, length)
  )
}

/** The one stretch in which a text was changed, from word to word. */
function changedRange(before: string, after: string): Range {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const least = Math.min(old.length, now.length)
  let head = 0
  while (head < least && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const from = old.slice(0, head).join('').length
  const to = before.length - old.slice(old.length - tail).join('').length
  return { from, to, put: now.slice(head, now.length - tail).join('') }
}

const tokensOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? []
