import { expect, test } from '@jest/globals'
import { blankPlan, readDays, readIds, stratumChoices } from './plan-state.ts'

test.each([
  ['5, 12', [5, 12]],
  ['12;5 5', [5, 12]],
  ['', []],
  ['soon', null],
  ['0', null],
  ['2.5', null],
])('days written as %j are %j', (text, days) => {
  expect(readDays(text)).toEqual(days)
})

test('ids are read from lines and from the cells of a table', () => {
  expect(readIds('A-1\r\nA-2\tA-3\n\n A-1 ')).toEqual(['A-1', 'A-2', 'A-3'])
})

test('quotas are set for the groups that the plan divides by', () => {
  const names = { region: (id: string) => id.toUpperCase(), seniority: (name: string) => name }
  const plan = blankPlan(['n'])
  expect(stratumChoices(plan, names)).toEqual([{ stratum: 'region:n', name: 'N' }])
  const bySegment = {
    ...plan,
    audience: { ...plan.audience, segments: ['Doanh nghiệp lớn'] },
    design: { ...plan.design, strataBy: 'segment' as const },
  }
  expect(stratumChoices(bySegment, names).map(({ stratum }) => stratum)).toEqual([
    'segment:doanh-nghiep-lon',
    'segment:unknown',
  ])
})
