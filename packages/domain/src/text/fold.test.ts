import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldText, matchesSearch, searchWords } from './fold.ts'

describe('folding', () => {
  test.each([
    ['Nguyễn Thị Đào', 'nguyen thi dao'],
    ['ĐẶNG VĂN ƯỚC', 'dang van uoc'],
    ['Trần\u00a0Quốc  Toản\t', 'tran quoc toan'],
    ['Công ty TNHH Thép Miền Nam', 'cong ty tnhh thep mien nam'],
    ['Łódź Straße Ærø', 'lodz strasse aero'],
    ['ＡＢＣ １２', 'abc 12'],
    ['İstanbul', 'istanbul'],
    ['株式会社', '株式会社'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('composed and decomposed writing fold alike', () => {
    expect(foldText('Hòa'.normalize('NFD'))).toBe(foldText('Hòa'.normalize('NFC')))
  })

  test('laws: folding twice changes nothing, case does not matter', () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(...'aăâđeêioôơuưyáạảãàắặằẳẵấậầẩẫĐĂÂÊÔƠƯ '),
      maxLength: 20,
    })
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })), text => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
    fc.assert(fc.property(vietnamese, text => expect(foldText(text.toUpperCase())).toBe(foldText(text))))
  })
})

describe('searching', () => {
  test('words are folded, split at punctuation and said once', () => {
    expect(searchWords('Công ty Minh Phát', 'minh.phat@vidu.example')).toEqual([
      'cong',
      'ty',
      'minh',
      'phat',
      'vidu',
      'example',
    ])
    expect(searchWords('', ' – ')).toEqual([])
  })

  test.each([
    ['nguyen', true],
    ['Đào', true],
    ['dao ng', true],
    ['uyen', false],
    ['hoa', false],
    ['', true],
    ['  ', true],
  ])('%j in "Nguyễn Thị Đào": %s', (search, found) => {
    expect(matchesSearch('Nguyễn Thị Đào', search)).toBe(found)
  })

  test('words begin after punctuation too', () => {
    expect(matchesSearch('dao.nguyen@vietsteel.example', 'nguyen VietSteel')).toBe(true)
  })
})
