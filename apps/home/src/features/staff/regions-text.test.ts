import { expect, test } from '@jest/globals'
import { regionsText } from './regions-text.ts'

const regions = [
  { id: 'n', name: 'North', country: 'VN', zone: 'Asia/Ho_Chi_Minh' },
  { id: 's', name: 'South', country: 'VN', zone: 'Asia/Ho_Chi_Minh' },
]
const text = (scope: 'all' | string[]) => regionsText(scope, regions, 'All regions', 'No region')

test('regions are named in the organisation’s order', () => {
  expect(text(['s', 'n'])).toBe('North, South')
  expect(text('all')).toBe('All regions')
})

test('a region that is gone is left out', () => {
  expect(text(['gone', 's'])).toBe('South')
  expect(text(['gone'])).toBe('No region')
  expect(text([])).toBe('No region')
})
