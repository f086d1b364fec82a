/**
 * Two letters for a person: the first word's and the last word's.
 *
 * @example
 * initials('Lê Minh Anh') // 'LA'
 * initials('Cher') // 'C'
 */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
