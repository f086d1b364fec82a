import { expect, test } from '@jest/globals'
import { usualSeating } from '@sixfold/domain/seats/seating'
import { type Plan, planChanges } from './plan-changes.ts'

const plan: Plan = {
  regionId: 'north',
  kind: 'round_table',
  title: { en: 'Deliveries', vi: '' },
  description: { en: '', vi: '' },
  date: '2026-12-10',
  startTime: '08:30',
  endTime: '12:00',
  zone: 'Asia/Ho_Chi_Minh',
  venue: 'Hà Nội',
  capacity: 20,
  answerBy: '2026-12-03',
  freezeOn: null,
  speakerIds: [],
  seating: { ...usualSeating, kept: [] },
}

test('only what is different is sent, and never the region or the kind', () => {
  expect(planChanges({ ...plan }, plan)).toEqual({})
  expect(planChanges({ ...plan, regionId: 'south', kind: 'conference' }, plan)).toEqual({})
  expect(planChanges({ ...plan, capacity: null, title: { en: 'Delivery', vi: '' } }, plan)).toEqual({
    capacity: null,
    title: { en: 'Delivery', vi: '' },
  })
  expect(planChanges({ ...plan, freezeOn: '2026-11-26' }, plan)).toEqual({ freezeOn: '2026-11-26' })
})
