/** Hands a text to the browser as a file to be kept. */
export function saveTextFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/**
 * A name that every file system takes.
 *
 * @example fileName('Q3: Delivery / quality') // 'Q3 Delivery quality.csv'
 */
export function fileName(words: string): string {
  const plain = words
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${plain.slice(0, 100) || 'texts'}.csv`
}
