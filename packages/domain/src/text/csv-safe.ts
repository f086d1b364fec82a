/** What may stand in a cell. Numbers, true and false cannot be formulas; a missing value is an empty cell. */
export type Cell = string | number | boolean | Date | null | undefined

/** Starts of a cell that a spreadsheet may run: formulas also behind space or in full-width form, and the bytes that end a cell. */
const RUNNABLE = /^'*(?:[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])/u

/**
 * A text that no spreadsheet takes for a formula: a dangerous start gets an apostrophe in front. For CSV and XLSX cells and
 * headers alike. Only texts are guarded, so a negative number stays a number.
 *
 * @see OWASP, CSV Injection
 * @example safeText('=HYPERLINK("http://evil.example")') // `'=HYPERLINK("http://evil.example")`
 * @example safeText('+84 28 3822 0000') // `'+84 28 3822 0000`
 * @example safeText('Đào') // 'Đào'
 */
export function safeText(text: string): string {
  return RUNNABLE.test(text) ? `'${text}` : text
}

/**
 * The text that `safeText` guarded, as an import reads it back: exports can be imported again without loss.
 *
 * @example plainText("'=1+1") // '=1+1'
 * @example plainText("'s-Hertogenbosch") // "'s-Hertogenbosch"
 */
export function plainText(text: string): string {
  return text.startsWith("'") && RUNNABLE.test(text) ? text.slice(1) : text
}

/**
 * One line of a CSV file (RFC 4180) without its line end: cells guarded, and quoted where they hold the separator, quotes or
 * line breaks. Dates are written as ISO instants.
 *
 * @example csvLine(['Đào', 'a "b"', -5, '=1', null]) // `Đào,"a ""b""",-5,'=1,`
 */
export function csvLine(cells: readonly Cell[], separator: ',' | ';' | '\t' = ','): string {
  return cells.map(cell => quoted(textOf(cell), separator)).join(separator)
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'string' ? safeText(cell) : String(cell)
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
}
