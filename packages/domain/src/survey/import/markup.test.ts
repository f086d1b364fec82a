import { describe, expect, test } from '@jest/globals'
import { withoutMarkup } from './markup.ts'

describe('words without mark-up', () => {
  test.each([
    ['Price < 5 & more > 3', 'Price < 5 & more > 3'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['A &amp; B&nbsp;&eacute;&#x1F600;', 'A & B é😀'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n\n- b'],
    ['<a href="https://a.example/x">there</a>', 'there (https://a.example/x)'],
    ['<a href="https://a.example">https://a.example</a>', 'https://a.example'],
    ['<a href="javascript:alert(1)">there</a>', 'there'],
    ['x<style>b { color: red }</style><script>alert("y")</script><!-- z -->', 'x'],
    ['<img src="x" onerror="alert(1)" alt="A ship">', 'A ship'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['a\u0000b\u202e\ud800', 'ab\ufffd'],
  ])('%j reads %j', (source, text) => {
    expect(withoutMarkup(source).text).toBe(text)
  })

  test('of elements nested without end are taken off all the same', () => {
    expect(withoutMarkup(`${'<div>'.repeat(5_000)}Hello`)).toMatchObject({ text: 'Hello', cleaned: true })
  })

  test('says what was more than words', () => {
    expect(withoutMarkup('<b onclick="x()">a</b>')).toMatchObject({
      cleaned: true,
      script: true,
      picture: false,
    })
    expect(withoutMarkup('<img src="a.png">b')).toMatchObject({ cleaned: true, script: false, picture: true })
    expect(withoutMarkup('plain')).toMatchObject({ cleaned: false })
  })

  test.each(['<a ', '<', '&', '<!--', '</a', '<div>', '&amp', '<script>'])(
    'a text of nothing but %j takes time in line with its length',
    piece => {
      const time = (length: number) => {
        const source = piece.repeat(length / piece.length)
        const from = Date.now()
        withoutMarkup(source)
        return Date.now() - from
      }
      time(20_000)
      // A quadratic one would take a hundred times as long, and some minutes.
      expect(time(2_000_000)).toBeLessThan(Math.max(2_000, time(200_000) * 60))
    },
  )
})
