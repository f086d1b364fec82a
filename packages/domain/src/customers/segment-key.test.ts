import { expect, test } from '@jest/globals'
import { segmentKey, segmentsOf } from './segment-key.ts'

test('a key holds nothing that a database or an address could take for more than a name', () => {
  expect(segmentKey('Doanh nghiệp lớn (>500)')).toBe('doanh-nghiep-lon-500')
  expect(segmentKey('$where.x')).toBe('where-x')
  expect(segmentKey('東京')).toBeNull()
})

test('a contact without a segment counts in its region alone', () => {
  expect(segmentsOf({ regionId: 'r1', segment: '' })).toEqual(['region:r1'])
  expect(segmentsOf({ regionId: 'r1', segment: 'Mid market' })).toEqual(['region:r1', 'segment:mid-market'])
})
