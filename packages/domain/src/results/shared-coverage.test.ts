import { expect, test } from '@jest/globals'
import { mayTellCoverage } from './shared-coverage.ts'

const of = (regionId: string, asked: number, answered: number) => ({
  regionId,
  accounts: { asked, answered },
})
const told = (items: ReturnType<typeof of>[], regionId?: string) =>
  mayTellCoverage({ items, regionId, minimumCell: 10 })

test('it is told of many who answered and many who did not', () => {
  expect(told([of('north', 60, 40), of('south', 50, 30)])).toBe(true)
  expect(told([of('north', 60, 40), of('south', 50, 30)], 'south')).toBe(true)
})

test('neither of a few accounts, nor of the region that would tell of them', () => {
  const items = [of('north', 60, 40), of('south', 20, 7)]
  expect(told(items, 'south')).toBe(false)
  expect(told(items, 'north')).toBe(false)
  expect(told(items)).toBe(true)
  expect(told([of('north', 60, 55)])).toBe(false)
})
