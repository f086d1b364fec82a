/**
 * A text for a field of one line: control characters and line breaks become one space, marks that turn the direction of what
 * stands around them go, and so does surplus space. Joiners stay: some scripts need them.
 *
 * @example singleLine(' Mai\r\nLan\u202e ') // 'Mai Lan'
 */
export function singleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
