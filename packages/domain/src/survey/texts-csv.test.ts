import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ibmSix } from '../factor-models/ibm-six.ts'
import { applyOperations } from './edit.ts'
import { SURVEY_LIMITS } from './limits.ts'
import { quarterlySurvey } from './preset.ts'
import { textsOf } from './texts.ts'
import { isTextsHeading, readTexts, textKey, textsCsv } from './texts-csv.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const table = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }))
const HEAD = ['key', 'source_en', 'translation_vi']
const KEY = 'question/do-better/text'
const source = 'What should we do better?'
const read = (...rows: string[][]) => readTexts(table(HEAD, ...rows), survey, 'vi')

/** Splits what `textsCsv` wrote: every cell quoted or plain, no line breaks within the texts of this survey. */
function split(csv: string): string[][] {
  return csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map(line => (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []).slice(0, 3))
    .map(cells => cells.map(cell => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"')))
}

describe('the file', () => {
  test('has one row for each text with a key that is found again', () => {
    const lines = split(textsCsv(survey, 'vi'))
    expect(textsCsv(survey, 'vi').startsWith('\ufeffkey,source_en,translation_vi\r\nsurvey/title,')).toBe(
      true,
    )
    expect(lines).toContainEqual([KEY, source, 'Chúng tôi nên làm gì tốt hơn?'])
    const keys = textsOf(survey).map(({ place }) => textKey(place))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(lines.slice(1).map(([key]) => key)))
  })

  test('read back it changes nothing', () => {
    const result = readTexts(
      split(textsCsv(survey, 'vi')).map((cells, at) => ({ line: at + 1, cells })),
      survey,
      'vi',
    )
    expect(result).toMatchObject({ changes: [], faults: [], empty: 0 })
    expect(result.unchanged).toBe(textsOf(survey).filter(({ text }) => text.vi).length)
  })

  test('runs in no spreadsheet, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('=1+1', '@SUM(A1)', '+1', '-1', "'=1", '＝1', '\t=1'), start => {
        const text = `${start} and more`
        const result = applyOperations(survey, [
          { op: 'set-question-text', question: 'do-better', field: 'text', language: 'vi', value: text },
        ])
        if (!result.ok) throw new Error(result.reason)
        const cell = split(textsCsv(result.definition, 'vi')).find(([key]) => key === KEY)?.[2] ?? ''
        expect(cell.startsWith("'")).toBe(true)
        expect(read([KEY, source, cell]).changes).toMatchObject([{ after: text.trim() }])
      }),
    )
  })
})

describe('reading', () => {
  test('tells what would change, and how', () => {
    const result = read([KEY, source, ' Gì nữa? '], ['survey/title', '', ''])
    expect(result).toEqual({
      changes: [
        {
          line: 2,
          place: { page: 'closing', question: 'do-better', field: 'text' },
          before: 'Chúng tôi nên làm gì tốt hơn?',
          after: 'Gì nữa?',
          operation: {
            op: 'set-question-text',
            question: 'do-better',
            field: 'text',
            language: 'vi',
            value: 'Gì nữa?',
          },
          doubts: [],
        },
      ],
      faults: [],
      unchanged: 0,
      empty: 1,
    })
    const applied = applyOperations(
      survey,
      result.changes.map(({ operation }) => operation),
    )
    expect(applied.ok).toBe(true)
  })

  test('finds the columns wherever they stand', () => {
    const rows = table(['Translation VI', 'Note', 'Key'], ['Gì nữa?', 'x', KEY])
    expect(readTexts(rows, survey, 'vi').changes).toMatchObject([{ after: 'Gì nữa?', doubts: [] }])
    expect([...HEAD, 'Note', 'x'].map(isTextsHeading)).toEqual([true, true, true, false, false])
  })

  test('doubts what was translated from other words, and what lost its place for an answer', () => {
    expect(read([KEY, 'What else?', 'Gì nữa?']).changes[0]?.doubts).toEqual(['source_changed'])
    const piped = applyOperations(survey, [
      {
        op: 'set-question-text',
        question: 'do-better',
        field: 'text',
        language: 'en',
        value: 'Dear {{contact.name|customer}}',
      },
    ])
    if (!piped.ok) throw new Error(piped.reason)
    const doubts = (text: string) =>
      readTexts(table(['key', 'translation_vi'], [KEY, text]), piped.definition, 'vi').changes[0]?.doubts
    expect(doubts('Kính gửi anh/chị')).toEqual(['pipes_differ'])
    expect(doubts('Kính gửi {{contact.name|anh/chị}}')).toEqual([])
  })

  test.each<[string, string[][], object]>([
    ['no_rows', [], { line: 1, column: '' }],
    ['no_key_column', [['source_en', 'translation_vi']], { line: 1, column: 'key' }],
    ['no_translation_column', [['key', 'source_en']], { line: 1, column: 'translation_vi' }],
    ['other_language', [['key', 'translation_fr']], { line: 1, value: 'translation_fr' }],
    ['cells_missing', [HEAD, [KEY]], { line: 2, column: '', value: '1' }],
    [
      'unknown_text',
      [HEAD, ['question/ghost/text', '', 'x']],
      { line: 2, column: 'key', value: 'question/ghost/text' },
    ],
    ['repeated_text', [HEAD, [KEY, source, 'x'], [KEY, source, 'y']], { line: 3, column: 'key', value: KEY }],
    [
      'too_long',
      [HEAD, [KEY, source, 'x'.repeat(SURVEY_LIMITS.text + 1)]],
      { line: 2, column: 'translation_vi' },
    ],
    ['control_characters', [HEAD, [KEY, source, 'a\u0000b']], { line: 2, column: 'translation_vi' }],
  ])('%s is a fault of its line', (fault, rows, at) => {
    expect(readTexts(table(...rows), survey, 'vi').faults).toEqual([
      expect.objectContaining({ fault, ...at }),
    ])
  })
})
