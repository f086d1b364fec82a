import { expect, test } from '@jest/globals'
import { faultGroups } from './fault-groups.ts'

test('faults of one kind are one group; regions stand apart by name', () => {
  const groups = faultGroups<string, string>(['unknown_region'])
  const email = { column: 'email', fault: 'not_an_email' }
  const region = { column: 'region', fault: 'unknown_region' }
  groups.add({ ...region, value: 'Nrth', line: 2 })
  groups.add({ ...email, value: 'a', line: 3 })
  groups.add({ ...email, value: 'b', line: 4 })
  groups.add({ ...region, value: 'Suth', line: 5 })
  groups.add({ ...region, value: 'Nrth', line: 6 })
  expect(groups.list(10)).toEqual([
    { ...region, value: 'Nrth', count: 2, firstLine: 2 },
    { ...email, value: null, count: 2, firstLine: 3 },
    { ...region, value: 'Suth', count: 1, firstLine: 5 },
  ])
  expect(groups.list(1)).toHaveLength(1)
})

test('ten thousand different names make no ten thousand groups', () => {
  const groups = faultGroups<string, string>(['unknown_region'])
  for (let n = 0; n < 10_000; n += 1)
    groups.add({ column: 'region', fault: 'unknown_region', value: `R${n}`, line: n })
  const list = groups.list(10_000)
  expect(list.length).toBeLessThan(300)
  expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
})
