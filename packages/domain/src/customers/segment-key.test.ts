import { expect, test } from '@jest/globals'
import { segmentKey, segmentsOf } from './segment-key.ts'

test('a key holds nothing that a database or an address could take for more than a name', () => {
  expect(segmentKey('Doanh nghiệp lớn (>500)')).toBe('doanh-nghiep-lon-500')
  expect(segmentKey('$where.x')).toBe('where-x')
  expect(segmentKey('東京')).toBeNull()
})

test('a contact counts in each group that is known of it, and without any in its region alone', () => {
  const known = { regionId: 'r1', segment: 'Mid market', seniority: 'executive', productId: 'p1' }
  expect(segmentsOf({ ...known, segment: '', seniority: '', productId: null })).toEqual(['region:r1'])
  expect(segmentsOf(known)).toEqual(['region:r1', 'segment:mid-market', 'seniority:executive', 'product:p1'])
})
