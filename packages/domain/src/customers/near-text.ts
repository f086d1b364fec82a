/**
 * Whether one slip of the pen makes one text of the other: a letter too many, too few, another one, or two that changed
 * places. Digits are never a slip: "Plant 1" is not "Plant 2". The same text is near itself.
 *
 * @example isOneSlip('industrial', 'industrail') // true
 * @example isOneSlip('plant 1', 'plant 2') // false
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  const left = short.slice(start, short.length - end)
  const right = long.slice(start, long.length - end)
  if (/\p{N}/u.test(left + right)) return false
  const isSwap = left.length === 2 && left[0] === right[1] && left[1] === right[0]
  return right.length === 1 || isSwap
}

/**
 * Every text that is left when one letter is taken out, and the text itself: texts that are one slip apart have one of
 * them in common.
 *
 * @example shortened('ab1') // ['ab1', 'b1', 'a1']
 */
export function shortened(text: string): string[] {
  const all = [text]
  for (let at = 0; at < text.length; at += 1)
    if (!/\p{N}/u.test(text[at] ?? '')) all.push(text.slice(0, at) + text.slice(at + 1))
  return [...new Set(all)]
}
