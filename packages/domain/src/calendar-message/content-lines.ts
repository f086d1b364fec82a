/** The longest line of a message in octets, without its line break (RFC 5545, 3.1). */
export const LONGEST_LINE = 75

/** A property or component line before it is folded. */
export type ContentLine = string

/**
 * A text as a property value: `\`, `;`, `,` and line breaks are escaped; other control characters cannot be written.
 *
 * @example escapeText('Huế; Đà Nẵng, 2026\nĐổi mới') // 'Huế\\; Đà Nẵng\\, 2026\\nĐổi mới'
 */
export function escapeText(text: string): string {
  return printable(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')
}

/**
 * A text as a quoted parameter value. Quotes, carets and line breaks are written as RFC 6868 says; nothing else can be
 * escaped there.
 *
 * @example quoteParameter('Hà "Bi" Nguyễn') // `"Hà ^'Bi^' Nguyễn"`
 */
export function quoteParameter(text: string): string {
  const escaped = printable(text).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')
  return `"${escaped}"`
}

/**
 * Lines as they travel: ended by CRLF, and broken where they would exceed 75 octets of UTF-8, never inside a character.
 *
 * @example foldLines(['BEGIN:VCALENDAR', 'END:VCALENDAR']) // 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
 */
export function foldLines(lines: readonly ContentLine[]): string {
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

function fold(line: ContentLine): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n '
      // The space that marks the continuation counts.
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_0000 ? 3 : 4
}

/** One kind of line break, well-formed Unicode, and no control character but the tab. */
function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
  )
}
