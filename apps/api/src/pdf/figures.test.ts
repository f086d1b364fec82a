import { expect, test } from '@jest/globals'
import { isFigures } from './figures.ts'

test.each([
  [['71', '8', '–'], true],
  [['−3', '+12', '1,083'], true],
  [['71,4%', '128.960.000'], true],
  [['55 to 72', '8'], false],
  [['Delivery', '8'], false],
  [['–', ''], false],
  [[], false],
])('%j', (cells, figures) => {
  expect(isFigures(cells)).toBe(figures)
})
