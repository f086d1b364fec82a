import { expect, test } from '@jest/globals'
import type { ComparisonView } from '@sixfold/contract/comparisons'
import { differenceWord } from './difference-word.ts'
import { judgedOf, mapRows } from './question-map.ts'

const item = (key: string) => ({ key, text: { en: key }, factor: 'delivery' })
const pair = { first: null, second: null, grade: 'D', reasons: [], difference: null } as const
const view: Pick<ComparisonView, 'items' | 'unlinked'> = {
  items: [
    { ...pair, reasons: [], firstItem: item('a'), secondItem: item('x'), by: 'texts', wording: 'reworded' },
    { ...pair, reasons: [], firstItem: item('b'), secondItem: item('y'), by: 'map', wording: 'equivalent' },
  ],
  unlinked: { first: [item('c')], second: [item('z')] },
}

test('only what somebody judged is kept, and what the texts say is left to them', () => {
  const rows = mapRows(view)
  expect(rows.map(({ key, first, auto }) => [key, first, auto])).toEqual([
    ['x', 'a', 'auto.reworded'],
    ['y', 'b', null],
    ['z', null, null],
  ])
  expect(judgedOf(rows)).toEqual([{ first: 'b', second: 'y', wording: 'equivalent' }])
})

test('a difference says whether chance explains it', () => {
  const of = (points: number, chance: boolean) =>
    differenceWord({ points, low: 0, high: 0, paired: null, p: 0.5, chance })
  expect([of(-16, false), of(16, true), of(1, true), differenceWord(null)]).toEqual([
    'lower',
    'higherChance',
    'same',
    'notCompared',
  ])
})
