/** Lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(line => line.replace(/\/$/, ''))
    .filter(line => line !== '')
}

/** A site as browsers name it: `https://www.example.com`, no path. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, protocol } = new URL(text)
  return origin === text && (protocol === 'https:' || protocol === 'http:')
}
