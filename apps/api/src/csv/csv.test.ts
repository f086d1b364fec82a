import { describe, expect, test } from '@jest/globals'
import { guessDelimiter, splitNamedDelimiter } from '@sixfold/domain/text/csv-delimiter'
import { decodeText, fileKind } from '@sixfold/domain/text/decode'
import iconv from 'iconv-lite'
import type { CsvRow } from './rows.ts'
import { OpenQuoteError, readRows } from './rows.ts'

const vietnamese = 'tên;vùng\nCông ty Cổ phần Nguyễn Đình Chiểu;Miền Bắc\nĐỗ Thị Hường;Đà Nẵng\n'
const western = 'name;town\nMüller & Söhne Größe;Besançon\nJosé Núñez;Città\n'

/** Windows-1258 as Vietnamese software writes it: a base letter, then its tone. */
function windows1258(text: string): Buffer {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
  const split = [...text]
    .map(letter => {
      const parts = letter.normalize('NFD')
      const [tone = ''] = parts.match(tones) ?? []
      return parts.replace(tones, '').normalize('NFC') + tone
    })
    .join('')
  return iconv.encode(split, 'windows-1258')
}

describe('text is read whatever it was saved as', () => {
  test.each<[string, string, Buffer]>([
    ['utf-8', vietnamese, Buffer.from(vietnamese)],
    ['utf-8', vietnamese, Buffer.from(`\uFEFF${vietnamese}`)],
    ['utf-8', vietnamese, Buffer.from(vietnamese.normalize('NFD'))],
    ['utf-8', vietnamese, Buffer.from(vietnamese.replaceAll('\n', '\r\n'))],
    ['utf-16le', vietnamese, Buffer.from(`\uFEFF${vietnamese}`, 'utf16le')],
    ['utf-16be', vietnamese, iconv.encode(vietnamese, 'utf-16be', { addBOM: true })],
    ['utf-16le', western, Buffer.from(western, 'utf16le')],
    ['utf-16be', western, iconv.encode(western, 'utf-16be', { addBOM: false })],
    ['windows-1258', vietnamese, windows1258(vietnamese)],
    ['windows-1252', western, iconv.encode(western, 'windows-1252')],
  ])('%s', (encoding, text, bytes) => {
    expect(fileKind(bytes)).toBe('text')
    expect(decodeText(bytes)).toEqual({ text, encoding })
  })
})

test.each<[string, Buffer]>([
  ['pdf', Buffer.from('%PDF-1.7\n...')],
  ['spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0])],
  ['spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['binary', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7) % 256))],
  ['empty', Buffer.from(' \r\n\t')],
  ['empty', Buffer.alloc(0)],
])('%s is told by its content', (kind, bytes) => expect(fileKind(bytes)).toBe(kind))

async function rowsOf(text: string, delimiter: ',' | ';' | '\t' = ','): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readRows(text, delimiter)) rows.push(row)
  return rows
}

describe('rows', () => {
  test('know the line on which they begin, behind cells of several lines and empty lines', async () => {
    expect(await rowsOf('a,b\n1,"x\ny\nz"\n\n,\n2,"say ""hi"""\n3,loose"quote')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny\nz'] },
      { line: 7, cells: ['2', 'say "hi"'] },
      { line: 8, cells: ['3', 'loose"quote'] },
    ])
  })

  test('end at a quote that never closes, with its line', async () => {
    const long = `a,b\n1,2\n3,"oops\n${'4,5\n'.repeat(100_000)}`
    await expect(rowsOf(long)).rejects.toEqual(new OpenQuoteError(3))
    await expect(rowsOf('a,b\n1,2\n3,"oops')).rejects.toEqual(new OpenQuoteError(3))
  })
})

test('the delimiter is the one under which the headings make sense', () => {
  const isHeading = (cell: string) => ['account_id', 'name'].includes(cell)
  expect(guessDelimiter('account_id,name\n1,2', isHeading)).toBe(',')
  expect(guessDelimiter('"account_id";"name";"a,b,c,d"\n', isHeading)).toBe(';')
  expect(guessDelimiter('account_id\tname\n', isHeading)).toBe('\t')
  expect(splitNamedDelimiter('sep=;\na;b\n')).toEqual({ body: 'a;b\n', named: ';', lines: 1 })
})
