import { expect, test } from '@jest/globals'
import { splitStyles } from './split-styles.ts'

test('style attributes get another name, words in the text stay', () => {
  const { html } = splitStyles(
    '<p class="a" style="margin:0" >In style = good</p><td STYLE=\'color: red\'>style="x"</td>',
  )
  expect(html).toBe(
    '<p class="a" data-letter-style="margin:0" >In style = good</p><td data-letter-style=\'color: red\'>style="x"</td>',
  )
})

test('a tag with an arrow in an attribute is read whole', () => {
  expect(splitStyles('<a title="a > b" style="x">y</a>').html).toBe(
    '<a title="a > b" data-letter-style="x">y</a>',
  )
})

test('style elements are taken out, all of them, whatever they carry', () => {
  const { html, sheet } = splitStyles('<style>a{}</style><b>x</b><STYLE type="text/css">b{}\nc{}</STYLE>')
  expect(html).toBe('<b>x</b>')
  expect(sheet).toBe('a{}\nb{}\nc{}')
})

test('a mail without styles stays as it is', () => {
  expect(splitStyles('<p>Chào chị</p>')).toEqual({ html: '<p>Chào chị</p>', sheet: '' })
})
