import { setImmediate } from 'node:timers/promises'
import type { LimeSurveyFile, Row } from '@sixfold/domain/survey/import/limesurvey/tables'
import { SaxesParser } from 'saxes'
import { SurveyFileRefusal } from './refusal.ts'

const DEEPEST = 12
/** So much is read before other requests have their turn. */
const CHUNK = 64 * 1024

/**
 * Reads the tables of an `.lss` file. Only elements and their texts are looked at: a document type is refused, so there are
 * no entities but the five of XML, and nothing is ever fetched.
 */
export async function readLss(text: string): Promise<LimeSurveyFile> {
  const reader = newReader()
  for (let at = 0; at < text.length; at += CHUNK) {
    reader.write(text.slice(at, at + CHUNK))
    if (at > 0) await setImmediate()
  }
  return reader.finish()
}

function newReader() {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const place = () => ({ line: parser.line, column: parser.column })
  const path: string[] = []
  const tables = new Map<string, Row[]>()
  const languages: string[] = []
  let type: string | null = null
  let row: Map<string, string> | null = null
  let words = ''

  parser.on('doctype', () => {
    throw new SurveyFileRefusal('doctype', { at: place() })
  })
  parser.on('error', () => {
    throw new SurveyFileRefusal('broken_xml', { at: place() })
  })
  parser.on('opentag', ({ name }) => {
    if (path.length === 0 && name !== 'document') throw new SurveyFileRefusal('not_limesurvey')
    path.push(name)
    if (path.length > DEEPEST) throw new SurveyFileRefusal('too_deep', { at: place() })
    if (isRow()) row = new Map()
    words = ''
  })
  const hear = (text: string) => {
    words += text
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', ({ name }) => {
    const [, table = ''] = path
    if (isRow()) {
      if (row) add(table, row)
      row = null
    } else if (row && path.length === 5) row.set(name, words)
    else if (path.length === 2 && name === 'LimeSurveyDocType') type = words.trim()
    else if (path.length === 3 && table === 'languages' && name === 'language') languages.push(words.trim())
    path.pop()
    words = ''
  })

  function add(table: string, one: Row): void {
    const rows = tables.get(table)
    if (rows) rows.push(one)
    else tables.set(table, [one])
  }

  function isRow(): boolean {
    return path.length === 4 && path[2] === 'rows' && path[3] === 'row'
  }

  return {
    write(text: string) {
      parser.write(text)
    },
    finish(): LimeSurveyFile {
      parser.close()
      if (type === null) throw new SurveyFileRefusal('not_limesurvey')
      if (type !== 'Survey')
        throw new SurveyFileRefusal('part_of_survey', { values: { part: type.slice(0, 40) } })
      if ((tables.get('groups') ?? []).length === 0) throw new SurveyFileRefusal('no_questions')
      return { languages, tables }
    },
  }
}
