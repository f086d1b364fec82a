import type { Language, LocalText } from '../local-text.ts'
import { SURVEY_LIMITS } from './limits.ts'

/** A line that did not become an entry. */
export interface DroppedLine {
  /** From 1, as it was pasted. */
  line: number
  text: string
  reason: 'duplicate' | 'too_long' | 'too_many'
}

export interface PastedList {
  /** The language of each column, the first column first. */
  languages: readonly Language[]
  entries: readonly LocalText[]
  dropped: readonly DroppedLine[]
  /** Lines with nothing in them. */
  blanks: number
}

export interface ListPlace {
  /** The language that is being written. Further columns go to the survey's other languages, in their order. */
  language: Language
  languages: readonly Language[]
  /** What stands in the list already. */
  existing: readonly LocalText[]
}

/**
 * Reads a pasted text as a list: one entry a line, tabs (as spreadsheets paste them) between its languages. Bullets and
 * numbers that stand before every line are taken off; blank lines and what is there already are dropped, and it is said which.
 *
 * @example readPastedList('1. On time\n2. Late\n\n3. on time', { language: 'en', languages: ['en'], existing: [] })
 * // entries [{ en: 'On time' }, { en: 'Late' }], dropped [{ line: 4, text: 'on time', reason: 'duplicate' }], blanks 1
 */
export function readPastedList(text: string, { language, languages, existing }: ListPlace): PastedList {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop()
  const rows = withoutMarks(lines)
  const columns = [language, ...languages.filter(one => one !== language)].slice(
    0,
    Math.max(1, ...rows.map(row => row.split('\t').length)),
  )
  const seen = new Set(existing.map(entry => comparable(entry[language] ?? '')))
  const entries: LocalText[] = []
  const dropped: DroppedLine[] = []
  let blanks = 0
  for (const [at, row] of rows.entries()) {
    const cells = row.split('\t').map(cell => cell.trim().replace(/\s+/g, ' ').normalize('NFC'))
    const words = cells[0] || cells.find(Boolean) || ''
    if (words === '') {
      blanks += 1
      continue
    }
    const reason = refusalOf(cells, { seen, room: SURVEY_LIMITS.parts - existing.length - entries.length })
    if (reason) {
      dropped.push({ line: at + 1, text: words, reason })
      continue
    }
    seen.add(comparable(words))
    entries.push(
      Object.fromEntries(
        columns.map((one, column) => [one, cells[column] ?? '']).filter(([, cell]) => cell !== ''),
      ),
    )
  }
  return { languages: columns, entries, dropped, blanks }
}

function refusalOf(
  cells: readonly string[],
  { seen, room }: { seen: ReadonlySet<string>; room: number },
): DroppedLine['reason'] | null {
  if (seen.has(comparable(cells[0] || cells.find(Boolean) || ''))) return 'duplicate'
  if (cells.some(cell => cell.length > SURVEY_LIMITS.text)) return 'too_long'
  return room <= 0 ? 'too_many' : null
}

/** What lists put before their entries. Only taken off where every line has it: "2. Quarter" alone is a name. */
const MARKS = [/^\s*[-–—•*·▪◦‣]\s+/u, /^\s*\(?\d{1,3}[.)]\s+/u, /^\s*\(?\p{L}[.)]\s+/u, /^\s*\[[ xX]?\]\s*/u]

function withoutMarks(lines: readonly string[]): readonly string[] {
  const written = lines.filter(line => line.trim() !== '')
  const mark = written.length > 1 && MARKS.find(one => written.every(line => one.test(line)))
  return mark ? lines.map(line => line.replace(mark, '')) : lines
}

/** Case and spaces do not make another option; diacritics do. */
function comparable(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
