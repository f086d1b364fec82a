import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isSameSpelling } from './same-spelling.ts'

test.each([
  ['Delivery on the agreed day', 'Delivery on the agreed day'],
  ['Delivery on the agreed day', 'delivery on the  agreed day.'],
  ['Installation on-site', 'Installation onsite'],
  ['Installation on site', 'Installation on-site'],
  ['It’s easy', "It's easy"],
  ['How did we recieve it?', 'How did we receive it?'],
  ['A seperate adress', 'A separate address'],
  ['Việc hoà giải', 'Việc hòa giải'],
  ['Thuỷ lực', 'Thủy lực'],
  ['Giao hàng'.normalize('NFD'), 'Giao hàng'],
  ['', '...'],
])('%j is %j', (before, after) => {
  expect(isSameSpelling(before, after)).toBe(true)
  expect(isSameSpelling(after, before)).toBe(true)
})

test.each([
  ['Delivery', 'Deliveries'],
  ['Contact with our people', 'Contract with our people'],
  ['Contacted by our people', 'Contracted by our people'],
  ['You are satisfied', 'You are dissatisfied'],
  ['It is now so', 'It is not so'],
  ['in 3 days', 'in 5 days'],
  ['1.5 hours', '15 hours'],
  ['at least 10 %', 'at least 10'],
  ['Bán hàng', 'Bàn hàng'],
  ['thường gặp', 'thương gặp'],
  ['the product', 'the products'],
  ['On the agreed day', 'On the day'],
  ['On time', 'Time on'],
  ['A recieve, a seperate adress', 'A receive, a separate address'],
  ['納品', '納期'],
])('%j is not %j', (before, after) => {
  expect(isSameSpelling(before, after)).toBe(false)
  expect(isSameSpelling(after, before)).toBe(false)
})

test('law: it goes both ways, and everything is spelt like itself', () => {
  const text = fc
    .array(fc.constantFrom('deliver', 'Deliver', 'delivver', 'dleiver', 'hoà', 'hòa', '5', '15', ',', '-'))
    .map(words => words.join(' '))
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(isSameSpelling(a, a)).toBe(true)
      expect(isSameSpelling(a, b)).toBe(isSameSpelling(b, a))
    }),
  )
})
