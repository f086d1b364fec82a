import { describe, expect, test } from '@jest/globals'
import { readPastedList } from './pasted-list.ts'

const place = { language: 'en', languages: ['en', 'vi'], existing: [] }
const texts = (text: string, existing: { en: string }[] = []) =>
  readPastedList(text, { ...place, existing }).entries

describe('a pasted list', () => {
  test('is one entry a line', () => {
    expect(texts('Hanoi\nHue\r\nDa Nang\n')).toEqual([{ en: 'Hanoi' }, { en: 'Hue' }, { en: 'Da Nang' }])
  })

  test.each([
    ['- Hanoi\n- Hue'],
    ['• Hanoi\n•  Hue'],
    ['1. Hanoi\n2. Hue'],
    ['1) Hanoi\n\n2) Hue'],
    ['a) Hanoi\nb) Hue'],
    ['[ ] Hanoi\n[x] Hue'],
  ])('loses the marks that stand before every line: %j', text => {
    expect(texts(text)).toEqual([{ en: 'Hanoi' }, { en: 'Hue' }])
  })

  test('keeps what only looks like a mark', () => {
    expect(texts('A. Nguyen\nB. Tran\nOthers')).toEqual([
      { en: 'A. Nguyen' },
      { en: 'B. Tran' },
      { en: 'Others' },
    ])
    expect(texts('1. quarter')).toEqual([{ en: '1. quarter' }])
  })

  test('says what is dropped: blanks, and what is there already', () => {
    const list = readPastedList('Hanoi\n\nHANOI \nHue\n  \nHuế\n', { ...place, existing: [{ en: 'hue' }] })
    expect(list.entries).toEqual([{ en: 'Hanoi' }, { en: 'Huế' }])
    expect(list.dropped).toEqual([
      { line: 3, text: 'HANOI', reason: 'duplicate' },
      { line: 4, text: 'Hue', reason: 'duplicate' },
    ])
    expect(list.blanks).toBe(2)
  })

  test('takes further columns as the other languages', () => {
    const list = readPastedList('On time\tĐúng hạn\nLate\n\tHủy', place)
    expect(list.languages).toEqual(['en', 'vi'])
    expect(list.entries).toEqual([{ en: 'On time', vi: 'Đúng hạn' }, { en: 'Late' }, { vi: 'Hủy' }])
  })

  test('begins with the language that is being written', () => {
    const list = readPastedList('Đúng hạn\tOn time', { ...place, language: 'vi' })
    expect(list.entries).toEqual([{ vi: 'Đúng hạn', en: 'On time' }])
  })

  test('ignores columns for which the survey has no language', () => {
    expect(texts('On time\tĐúng hạn\tpünktlich')).toEqual([{ en: 'On time', vi: 'Đúng hạn' }])
  })

  test('stops at what a question may hold, and at what a text may hold', () => {
    const list = readPastedList(Array.from({ length: 203 }, (_, n) => `Option ${n}`).join('\n'), place)
    expect(list.entries).toHaveLength(200)
    expect(list.dropped.map(({ line, reason }) => [line, reason])).toEqual([
      [201, 'too_many'],
      [202, 'too_many'],
      [203, 'too_many'],
    ])
    const long = readPastedList(`fine\n${'x'.repeat(5001)}`, place)
    expect(long.dropped).toMatchObject([{ line: 2, reason: 'too_long' }])
  })

  test('of nothing is nothing', () => {
    expect(readPastedList('', place)).toMatchObject({ entries: [], dropped: [], blanks: 1 })
  })
})
