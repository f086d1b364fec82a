import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toMarkdown } from './markdown.ts'

test('a document reads as one, in whatever language', () => {
  expect(
    toMarkdown({
      title: 'Tọa đàm miền Nam',
      facts: [{ label: 'Địa điểm', value: 'TP. Hồ Chí Minh' }],
      parts: [
        { kind: 'heading', text: 'Giao hàng' },
        { kind: 'paragraph', text: 'Dòng một\nDòng hai' },
        { kind: 'marked', mark: 'Quyết định', text: 'Giao thứ Bảy' },
        { kind: 'table', columns: ['Ai', 'Khi nào'], rows: [['A|B', '1. 12']] },
      ],
    }),
  ).toBe(
    [
      '# Tọa đàm miền Nam',
      '- **Địa điểm:** TP. Hồ Chí Minh',
      '## Giao hàng',
      'Dòng một\\\nDòng hai',
      '**Quyết định:** Giao thứ Bảy',
      '| Ai | Khi nào |\n| --- | --- |\n| A\\|B | 1\\. 12 |\n',
    ].join('\n\n'),
  )
})

test.each([
  ['# 1 price', '\\# 1 price'],
  ['- first', '\\- first'],
  ['1. first', '1\\. first'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[here](http://x.example)', '\\[here\\](http\\://x.example)'],
  ['***', '\\*\\*\\*'],
])('what people typed stays text: %s', (typed, written) => {
  expect(toMarkdown({ title: 'T', facts: [], parts: [{ kind: 'paragraph', text: typed }] })).toBe(
    `# T\n\n${written}\n`,
  )
})

test('no text leaves its place: one cell stays one cell, one paragraph one block', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const markdown = toMarkdown({
        title: 'T',
        facts: [],
        parts: [{ kind: 'table', columns: ['A', 'B'], rows: [[text, 'end']] }],
      })
      const cells = markdown
        .trimEnd()
        .split('\n')
        .at(-1)
        ?.split(/(?<!\\)(?:\\\\)*\|/)
      expect(cells).toHaveLength(4)
      expect(markdown.split('\n\n')).toHaveLength(2)
    }),
  )
})
