import type { Language } from '../local-text.ts'
import { csvLine, plainText } from '../text/csv-safe.ts'
import { foldText } from '../text/fold.ts'
import type { SurveyDefinition } from './definition.ts'
import { SURVEY_LIMITS } from './limits.ts'
import { pipesOf } from './logic/pipe.ts'
import type { SurveyOperation } from './operation.ts'
import type { SurveyText, TextPlace } from './texts.ts'
import { textsOf } from './texts.ts'

/** A row of a file, and on which line of the file it begins, from 1. */
export interface TextsRow {
  line: number
  cells: readonly string[]
}

export type TextsFault =
  | 'no_rows'
  | 'no_key_column'
  | 'no_translation_column'
  | 'other_language'
  | 'cells_missing'
  | 'unknown_text'
  | 'repeated_text'
  | 'too_long'
  | 'control_characters'

/** Something of a file that cannot be taken over. */
export interface TextsFaultAt {
  line: number
  /** The heading of the column; '' for the row as a whole. */
  column: string
  value: string
  fault: TextsFault
}

/** `source_changed`: it was translated from other words than now; `pipes_differ`: it lacks, or adds, a place for an answer. */
export type TextsDoubt = 'source_changed' | 'pipes_differ'

/** One text that the file would change. */
export interface TextsChange {
  line: number
  place: TextPlace
  before: string
  after: string
  operation: SurveyOperation
  doubts: TextsDoubt[]
}

/** What a file of texts would do. */
export interface TextsImport {
  changes: TextsChange[]
  faults: TextsFaultAt[]
  /** Rows that say what stands already. */
  unchanged: number
  /** Rows without a translation: they change nothing. */
  empty: number
}

/**
 * A name for a text that stays the same while words and order change.
 *
 * @example
 * textKey({ field: 'welcome' }) // 'survey/welcome'
 * textKey({ page: 'p1', question: 'q1', part: 'a', field: 'text' }) // 'question/q1/part/a'
 */
export function textKey({ page, question, part, field }: TextPlace): string {
  if (question !== undefined)
    return part === undefined ? `question/${question}/${field}` : `question/${question}/part/${part}`
  return page === undefined ? `survey/${field}` : `page/${page}/${field}`
}

/** Excel takes a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * All texts of a survey beside those of one language, to be translated: key, source in the default language, translation. Texts that
 * nobody wrote in any language are left out. A spreadsheet runs nothing of it.
 *
 * @example textsCsv(survey, 'vi') // '\ufeffkey,source_en,translation_vi\r\nsurvey/title,Quarterly survey,Khảo sát quý\r\n...'
 */
export function textsCsv(definition: SurveyDefinition, language: Language): string {
  const source = definition.defaultLanguage
  const rows = writtenTexts(definition).map(({ place, text }) => [
    textKey(place),
    text[source] ?? '',
    text[language] ?? '',
  ])
  const lines = [['key', `source_${source}`, `translation_${language}`], ...rows]
  return BYTE_ORDER_MARK + lines.map(cells => `${csvLine(cells)}\r\n`).join('')
}

/**
 * What a file of texts would change in one language; nothing is changed here. Rows may come in any order and be left out, columns
 * may stand anywhere, an empty translation changes nothing.
 *
 * @param rows The file's rows, headings first.
 */
export function readTexts(
  rows: readonly TextsRow[],
  definition: SurveyDefinition,
  language: Language,
): TextsImport {
  const [head, ...body] = rows
  const result: TextsImport = { changes: [], faults: [], unchanged: 0, empty: 0 }
  if (!head) return { ...result, faults: [{ line: 1, column: '', value: '', fault: 'no_rows' }] }
  const columns = readColumns(head, language)
  if ('fault' in columns) return { ...result, faults: [columns] }
  const texts = new Map(textsOf(definition).map(text => [textKey(text.place), text]))
  const seen = new Set<string>()
  for (const row of body) {
    const read = readRow(row, columns, texts, seen, definition, language)
    if (read === 'empty' || read === 'unchanged') result[read] += 1
    else if ('fault' in read) result.faults.push(read)
    else result.changes.push(read)
  }
  return result
}

interface Columns {
  key: number
  source: number
  translation: number
  headings: readonly string[]
}

/** Whether a cell is a heading of a file of texts, so that its delimiter can be told. */
export function isTextsHeading(cell: string): boolean {
  const name = nameOf(cell)
  return name === 'key' || /^(source|translation)_/.test(name)
}

function nameOf(heading: string): string {
  return foldText(plainText(heading)).replace(/[\s_]+/g, '_')
}

function readColumns({ line, cells }: TextsRow, language: Language): Columns | TextsFaultAt {
  const names = cells.map(nameOf)
  const at = (prefix: string) => names.findIndex(name => name.startsWith(`${prefix}_`))
  const key = names.indexOf('key')
  const translation = at('translation')
  const fault = (column: string, code: TextsFault): TextsFaultAt => ({ line, column, value: '', fault: code })
  if (key < 0) return fault('key', 'no_key_column')
  const heading = `translation_${language}`
  if (translation < 0) return fault(heading, 'no_translation_column')
  if (names[translation] !== nameOf(heading))
    return { ...fault(heading, 'other_language'), value: cells[translation] ?? '' }
  return { key, source: at('source'), translation, headings: cells }
}

function readRow(
  { line, cells }: TextsRow,
  columns: Columns,
  texts: ReadonlyMap<string, SurveyText>,
  seen: Set<string>,
  definition: SurveyDefinition,
  language: Language,
): TextsChange | TextsFaultAt | 'empty' | 'unchanged' {
  const cell = (column: number) => plainText(cells[column] ?? '').trim()
  const fault = (column: number, code: TextsFault): TextsFaultAt => ({
    line,
    column: columns.headings[column] ?? '',
    value: cell(column),
    fault: code,
  })
  if (cells.length <= Math.max(columns.key, columns.translation))
    return { line, column: '', value: String(cells.length), fault: 'cells_missing' }
  const key = cell(columns.key)
  const found = texts.get(key)
  if (!found) return fault(columns.key, 'unknown_text')
  if (seen.has(key)) return fault(columns.key, 'repeated_text')
  seen.add(key)
  const after = cell(columns.translation)
  if (after === '') return 'empty'
  if (after.length > SURVEY_LIMITS.text) return fault(columns.translation, 'too_long')
  // What a damaged file leaves behind; line breaks and tabs are text.
  if (/[^\P{Cc}\t\n]/u.test(after)) return fault(columns.translation, 'control_characters')
  const before = found.text[language] ?? ''
  if (before.trim() === after) return 'unchanged'
  const source = found.text[definition.defaultLanguage] ?? ''
  const doubts: TextsDoubt[] = []
  if (columns.source >= 0 && cell(columns.source) !== source.trim()) doubts.push('source_changed')
  if (pipeNames(source) !== pipeNames(after)) doubts.push('pipes_differ')
  return { line, place: found.place, before, after, operation: found.operation(language, after), doubts }
}

/** What a text takes from earlier answers and facts, whatever it says where there are none. */
function pipeNames(text: string): string {
  return pipesOf(text)
    .map(({ written }) => written.replace(/\|.*$/, ''))
    .sort()
    .join()
}

/** The texts that stand in some language, and those that every survey owes. */
function writtenTexts(definition: SurveyDefinition): SurveyText[] {
  return textsOf(definition).filter(
    ({ text, optional }) => !optional || definition.languages.some(language => text[language]),
  )
}
