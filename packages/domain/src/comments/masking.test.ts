import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskComment } from './masking.ts'

const names = ['Nguyễn Thị Lan', 'John Smith', 'Trần Văn Minh']
/** With what was taken out written as its kind in brackets. */
const masked = (text: string) =>
  maskComment(text, names)
    .map(part => ('text' in part ? part.text : `[${part.masked}]`))
    .join('')

describe('what is taken out', () => {
  test.each([
    ['Write to lan.nguyen+x@cong-ty.com.vn please', 'Write to [mail] please'],
    ['Gọi 0912 345 678 nhé', 'Gọi [phone] nhé'],
    ['call +1 (212) 555-0199 now', 'call [phone] now'],
    ['Nguyễn Thị Lan was kind', '[name] was kind'],
    ['nguyen thi lan, cảm ơn', '[name], cảm ơn'],
    ['Chị Lan giúp nhanh', 'Chị [name] giúp nhanh'],
    ['Ask Mr. Smith or anh Minh', 'Ask Mr. [name] or anh [name]'],
    ['JOHN SMITH', '[name]'],
  ])('%s', (text, shown) => {
    expect(masked(text)).toBe(shown)
  })

  test('a number in any grouping, to its last digit', () => {
    expect(masked('(+84) 28-3822.0000')).not.toMatch(/\d/)
  })
})

describe('what stays', () => {
  test.each([
    'It cost 1.200.000.000 dong',
    'since 2026-11-22 it works',
    'on 22.11.2026 it broke',
    'Invoice 12345 was wrong',
    'minh bạch và nhanh',
    'The land is wide',
    'uptime 99.99 % of 8760 h',
    '',
  ])('%s', text => expect(masked(text)).toBe(text))
})

test('laws: nothing but what was taken out is lost, and taking out twice takes no more', () => {
  const words = fc.array(
    fc.constantFrom('Lan', 'chị', 'a@b.example', '0912345678', 'giao hàng', 'Nguyễn Thị Lan', '.', '\n'),
  )
  fc.assert(
    fc.property(words, list => {
      const text = list.join(' ')
      const shown = masked(text)
      expect(shown).not.toMatch(/@|\d{8}|Nguyễn Thị Lan/)
      expect(masked(shown)).toBe(shown)
      let at = 0
      for (const part of maskComment(text, names)) {
        if (!('text' in part)) continue
        const found = text.indexOf(part.text, at)
        expect(found).toBeGreaterThanOrEqual(at)
        at = found + part.text.length
      }
    }),
  )
})
