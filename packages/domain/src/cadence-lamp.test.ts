import { expect, test } from '@jest/globals'
import { cadenceStanding, LEAD_DAYS } from './cadence-lamp.ts'

const dueDates = ['2026-02-05', '2026-05-05', '2026-08-05', '2026-11-05', '2027-02-05']

test('every due date has its event, early or late', () => {
  const eventDates = ['2026-02-12', '2026-04-28', '2026-08-05', '2026-11-20']
  expect(cadenceStanding({ dueDates, eventDates, today: '2026-11-19' })).toEqual({
    lamp: 'on_cadence',
    open: [],
  })
})

test('a due date that passed without an event is overdue from the next day on', () => {
  const eventDates = ['2026-02-05', '2026-05-05', '2026-08-05']
  const on = (today: string) => cadenceStanding({ dueDates, eventDates, today })
  expect(on('2026-11-05')).toEqual({ lamp: 'at_risk', open: ['2026-11-05'] })
  expect(on('2026-11-06')).toEqual({ lamp: 'overdue', open: ['2026-11-05'] })
})

test('a due date is at risk when the lead time begins', () => {
  const eventDates = ['2026-11-05']
  const on = (today: string) => cadenceStanding({ dueDates, eventDates, today }).lamp
  expect(LEAD_DAYS).toBe(42)
  expect(on('2026-12-24')).toBe('on_cadence')
  expect(on('2026-12-25')).toBe('at_risk')
})

test('a missed date is forgiven once a later one is answered', () => {
  const eventDates = ['2026-02-05', '2026-08-05']
  expect(cadenceStanding({ dueDates, eventDates, today: '2026-09-01' }).lamp).toBe('on_cadence')
})

test('a region without a plan or without events', () => {
  expect(cadenceStanding({ dueDates: [], eventDates: ['2026-05-01'], today: '2026-06-01' }).lamp).toBe(
    'on_cadence',
  )
  expect(cadenceStanding({ dueDates, eventDates: [], today: '2026-06-01' })).toEqual({
    lamp: 'overdue',
    open: ['2026-02-05', '2026-05-05'],
  })
})
