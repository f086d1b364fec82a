import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { csvLine, plainText, safeText } from './csv-safe.ts'

describe('R7: texts that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://evil.example")',
    "+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\u200b=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\tplain',
    "'=1+1",
  ])('%j is defanged and reads back', text => {
    expect(safeText(text)).toBe(`'${text}`)
    expect(plainText(safeText(text))).toBe(text)
  })

  test.each(['Đào', 'a=b', '5 - 3', "'s-Hertogenbosch", 'x@example.com', '', ' ', '100 %'])(
    '%j stays',
    text => {
      expect(safeText(text)).toBe(text)
      expect(plainText(text)).toBe(text)
    },
  )

  test('laws: nothing runnable is left, nothing is lost, guarding is not repeated by chance', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'=+-@\t\r\n\' ＝＠ab"', '\u00a0', '\ufeff'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), text => {
        const safe = safeText(text)
        expect(/^[\s\ufeff]*[=+\-@＝＋－＠]/.test(safe)).toBe(false)
        expect(/^[\t\r\n]/.test(safe)).toBe(false)
        expect(plainText(safe)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a line of CSV', () => {
  test('quotes what needs quotes', () => {
    expect(csvLine(['Đào', 'a "b"', 'c,d', 'e\nf'])).toBe('Đào,"a ""b""","c,d","e\nf"')
    expect(csvLine(['a;b', 'c,d'], ';')).toBe('"a;b";c,d')
  })

  test('numbers stay numbers, missing values empty, instants ISO', () => {
    expect(csvLine([-5, 1.5, true, null, undefined, new Date('2026-05-04T01:00Z')])).toBe(
      '-5,1.5,true,,,2026-05-04T01:00:00.000Z',
    )
  })

  test('guards before it quotes', () => {
    expect(csvLine(['=A1,"x"', '-2'])).toBe('"\'=A1,""x""",\'-2')
  })
})
