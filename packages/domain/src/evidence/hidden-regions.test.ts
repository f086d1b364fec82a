import { expect, test } from '@jest/globals'
import { hiddenRegions } from './hidden-regions.ts'

const region = (regionId: string, people: number, accounts = 4) => ({
  regionId,
  people,
  accounts: Array.from({ length: accounts }, (_, at) => `${regionId}${at}`),
})

test('a region of few is hidden, and the smallest of the others, by which it could be had', () => {
  const of = [region('south', 3), region('north', 9), region('west', 12)]
  expect([...hiddenRegions(of, 5)].sort()).toEqual(['north', 'south'])
})

test('so is one of few accounts, however many people; nobody heard needs no hiding', () => {
  const of = [region('south', 20, 2), region('north', 9), region('east', 0, 0), region('west', 12)]
  expect([...hiddenRegions(of, 5)].sort()).toEqual(['north', 'south'])
  expect(hiddenRegions([region('south', 6), region('north', 9)], 5).size).toBe(0)
})
