import { describe, expect, test } from '@jest/globals'
import { ibmSix } from '@sixfold/domain/factor-models/ibm-six'
import { quarterlySurvey } from '@sixfold/domain/survey/preset'
import { textsCsv } from '@sixfold/domain/survey/texts-csv'
import { readTextsFile } from './read-file.ts'

const survey = quarterlySurvey(ibmSix, { languages: ['en', 'vi'], quarter: { year: 2026, quarter: 3 } })
const read = (content: string | Uint8Array<ArrayBuffer>) => readTextsFile(new Blob([content]), survey, 'vi')
const KEY = 'question/do-better/text'

describe('a file of texts', () => {
  test('that was exported and not touched changes nothing', async () => {
    expect(await read(textsCsv(survey, 'vi'))).toMatchObject({ changes: [], faults: [] })
  })

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['as Excel saves it', `sep=;\r\nkey;source_en;translation_vi\r\n${KEY};;"Gì\nnữa; thật?"\r\n`],
    [
      'with tabs, in UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(
          new Uint16Array(
            [...`key\ttranslation_vi\n${KEY}\t"Gì\nnữa; thật?"\n`].map(letter => letter.charCodeAt(0)),
          ).buffer,
        ),
      ]),
    ],
  ])('is read %s', async (_, content) => {
    expect(await read(content)).toMatchObject({ changes: [{ after: 'Gì\nnữa; thật?' }], faults: [] })
  })

  test('names the line of a fault, behind texts of several lines', async () => {
    const content = `key,translation_vi\n${KEY},"Gì\nnữa?"\n\nghost,x\n`
    expect(await read(content)).toMatchObject({
      faults: [{ line: 5, value: 'ghost', fault: 'unknown_text' }],
    })
  })

  test.each<[string, string | Uint8Array<ArrayBuffer>, object]>([
    ['empty', ' \n', { problem: 'emptyFile' }],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), { problem: 'notText' }],
    ['an open quote', `key,translation_vi\n${KEY},x\nghost,"x\n`, { problem: 'openQuote', line: 3 }],
    ['too big', new Uint8Array(10_000_001), { problem: 'tooBig' }],
  ])('%s cannot be read', async (_, content, problem) => {
    expect(await read(content)).toEqual(problem)
  })
})
