import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CalendarNotice, nextCalendarNotice, raisesSequence } from './next-notice.ts'

const now = new Date('2026-11-20T02:03:04.567Z')
const second = new Date('2026-11-20T02:03:04Z')
const request: CalendarNotice = { method: 'REQUEST', sequence: 0, eventSequence: 0, stamp: second, number: 1 }
const guest = { seated: true, cancelled: false, eventSequence: 0, told: null, now }

describe('nextCalendarNotice', () => {
  test('a new seat gets the event as it is now', () => {
    expect(nextCalendarNotice({ ...guest, eventSequence: 2 })).toEqual({
      reason: 'place',
      notice: { method: 'REQUEST', sequence: 2, eventSequence: 2, stamp: second, number: 1 },
    })
  })

  test('a guest without a seat who was told nothing gets nothing, also when the event is cancelled', () => {
    expect(nextCalendarNotice({ ...guest, seated: false })).toBeNull()
    expect(nextCalendarNotice({ ...guest, seated: false, cancelled: true })).toBeNull()
  })

  test('a guest who knows it all gets nothing', () => {
    expect(nextCalendarNotice({ ...guest, told: request })).toBeNull()
  })

  test('who takes part elsewhere is told so; who has no seat is not', () => {
    const moved = { ...guest, told: request, elsewhere: true }
    expect(nextCalendarNotice(moved)).toMatchObject({
      reason: 'change',
      notice: { method: 'REQUEST', sequence: 1 },
    })
    expect(nextCalendarNotice({ ...moved, told: null })).toMatchObject({ reason: 'place' })
    expect(nextCalendarNotice({ ...moved, seated: false, told: null })).toBeNull()
  })

  test('a change, a withdrawal, a second acceptance and a cancellation each rise, also within one second', () => {
    const steps = [
      { seated: true, cancelled: false, eventSequence: 1 },
      { seated: false, cancelled: false, eventSequence: 1 },
      { seated: true, cancelled: false, eventSequence: 1 },
      { seated: true, cancelled: true, eventSequence: 2 },
    ]
    let told = request
    const reasons = steps.map(step => {
      const next = nextCalendarNotice({ ...step, told, now })
      if (!next) throw new Error('a message is owed')
      expect(next.notice.sequence).toBe(told.sequence + 1)
      expect(next.notice.stamp.getTime()).toBe(told.stamp.getTime() + 1000)
      told = next.notice
      return `${next.notice.number} ${next.notice.method} ${next.reason}`
    })
    expect(reasons).toEqual([
      '2 REQUEST change',
      '3 CANCEL withdrawn',
      '4 REQUEST place',
      '5 CANCEL cancelled',
    ])
  })

  test('a cancelled event that takes place after all comes back to those with a seat, and rises', () => {
    const cancelled = { ...request, method: 'CANCEL' as const, sequence: 4, reason: 'cancelled' as const }
    expect(nextCalendarNotice({ ...guest, eventSequence: 5, told: cancelled })).toMatchObject({
      reason: 'restored',
      notice: { method: 'REQUEST', sequence: 5, number: 2 },
    })
    expect(nextCalendarNotice({ ...guest, seated: false, eventSequence: 5, told: cancelled })).toBeNull()
    const withdrawn = { ...cancelled, reason: 'withdrawn' as const }
    expect(nextCalendarNotice({ ...guest, eventSequence: 5, told: withdrawn })).toMatchObject({
      reason: 'place',
    })
  })

  test('after whatever happens, a guest has the event exactly if seated', () => {
    const step = fc.record({ seated: fc.boolean(), cancelled: fc.boolean(), raise: fc.nat({ max: 2 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), steps => {
        let told: CalendarNotice | null = null
        let eventSequence = 0
        for (const { seated, cancelled, raise } of steps) {
          eventSequence += raise
          const next = nextCalendarNotice({ seated, cancelled, eventSequence, told, now })
          if (next && told) {
            const before: CalendarNotice = told
            expect(next.notice.sequence).toBeGreaterThan(before.sequence)
            expect(next.notice.stamp.getTime()).toBeGreaterThan(before.stamp.getTime())
          }
          told = next?.notice ?? told
          expect(told?.method === 'REQUEST').toBe(seated && !cancelled)
          expect(nextCalendarNotice({ seated, cancelled, eventSequence, told, now })).toBeNull()
        }
      }),
    )
  })
})

describe('raisesSequence', () => {
  const facts = {
    startsAt: new Date('2026-12-10T01:30:00Z'),
    endsAt: new Date('2026-12-10T05:00:00Z'),
    zone: 'Asia/Ho_Chi_Minh',
    venue: 'Huế',
  }

  test('time, zone and place do', () => {
    expect(raisesSequence(facts, { ...facts, startsAt: new Date('2026-12-10T02:00:00Z') })).toBe(true)
    expect(raisesSequence(facts, { ...facts, endsAt: new Date('2026-12-10T06:00:00Z') })).toBe(true)
    expect(raisesSequence(facts, { ...facts, zone: 'Asia/Bangkok' })).toBe(true)
    expect(raisesSequence(facts, { ...facts, venue: 'Đà Nẵng' })).toBe(true)
  })

  test('the same facts do not', () => {
    expect(raisesSequence(facts, { ...facts, startsAt: new Date(facts.startsAt) })).toBe(false)
  })
})
