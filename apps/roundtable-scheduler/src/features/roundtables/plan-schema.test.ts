import { expect, test } from '@jest/globals'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { planSchema } from './plan-schema.ts'

const plan = {
  regionId: 'north',
  kind: 'round_table' as const,
  title: { en: 'Round table North', vi: '' },
  description: {},
  date: '2026-12-10',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Khách sạn Melia, Hà Nội',
  capacity: 18,
  answerBy: '2026-12-03',
  freezeOn: '',
  seating: usualSeating,
}
const faultsOf = (changes: object) =>
  planSchema('vi', 'UTC')
    .safeParse({ ...plan, ...changes })
    .error?.issues.map(({ path }) => path.join('.'))

test('a plan without a fault is read, an emptied day of freeze as none', () => {
  expect(planSchema('en', 'UTC').parse(plan)).toMatchObject({ freezeOn: null, venue: plan.venue })
})

test('every fault is told at once, each at its field, the title in the language of the page', () => {
  expect(faultsOf({ title: { en: ' ', vi: '' }, venue: '', endTime: '08:00' })).toEqual([
    'title.vi',
    'venue',
    'endTime',
  ])
  expect(faultsOf({ venue: '', answerBy: '2026-12-11' })).toEqual(['venue', 'answerBy'])
  expect(faultsOf({ endTime: '' })).toEqual(['endTime'])
})
