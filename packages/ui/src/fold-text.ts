/**
 * A text without case and marks, for finding: "Đối tượng" is found by "doi tuong".
 *
 * @example
 * foldText('Giải pháp Kỹ thuật') // 'giai phap ky thuat'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
}

/** Whether every word of the query occurs in the text. An empty query finds everything. */
export function findsText(query: string, text: string): boolean {
  const folded = foldText(text)
  return foldText(query)
    .split(/\s+/)
    .every(word => folded.includes(word))
}
